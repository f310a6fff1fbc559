namespace ResNet.Tests.Reference;

/// <summary>The run of pre-activation blocks that a network may have, after which comes one more g(N(·)).</summary>
public static class PreActivationRun
{
    /// <summary>Block <paramref name="index"/> is the last of a run.</summary>
    public static bool EndsAt(IReadOnlyList<ArchitectureEntry> architecture, int index) =>
        architecture[index].IsPreActivation
        && (index + 1 == architecture.Count || !architecture[index + 1].IsPreActivation);

    /// <summary>The last block of the run, or null where there is none; a second run is refused.</summary>
    public static ArchitectureEntry? LastBlock(IReadOnlyList<ArchitectureEntry> architecture)
    {
        ArchitectureEntry[] ends = [.. architecture.Where((_, index) => EndsAt(architecture, index))];
        return ends.Length <= 1 ? ends.FirstOrDefault() : throw new ArgumentException("A second run of pre-activation blocks.");
    }
}
