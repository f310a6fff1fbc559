namespace ResNet.Tests.Reference;

/// <summary>The run of blocks ending with the addition that a network may have, after which comes one more g(N(·)).</summary>
public static class AdditionRun
{
    /// <summary>Block <paramref name="index"/> is the last of a run.</summary>
    public static bool EndsAt(IReadOnlyList<ArchitectureEntry> architecture, int index) =>
        architecture[index].EndsWithAddition
        && (index + 1 == architecture.Count || !architecture[index + 1].EndsWithAddition);

    /// <summary>The last block of the run, or null where there is none; a second run is refused.</summary>
    public static ArchitectureEntry? LastBlock(IReadOnlyList<ArchitectureEntry> architecture)
    {
        ArchitectureEntry[] ends = [.. architecture.Where((_, index) => EndsAt(architecture, index))];
        return ends.Length <= 1 ? ends.FirstOrDefault() : throw new ArgumentException("A second run of blocks that end with the addition.");
    }
}
