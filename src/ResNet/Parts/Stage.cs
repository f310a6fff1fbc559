namespace ResNet;

/// <summary>
/// A stage of a network's forward pass and its parts: <c>inputs</c> for their standardization, <c>embeddings</c>,
/// <c>blocks.0</c> and on, <c>final</c> for the g(N(·)) behind the last block that ends with an addition, <c>output</c>, and
/// <c>outputs</c> for the way back to the targets' own units. There are only those that the network needs.
/// </summary>
/// <param name="Name">the stage's name, with which the full names of its parts and arrays begin</param>
/// <param name="Parts">its parts in order</param>
public sealed record Stage(string Name, PartList Parts)
{
    /// <summary>The number of the block that it is, or belongs to; null for what comes before and after the blocks.</summary>
    public int? Block { get; init; }

    /// <summary>What the first part takes of a sample.</summary>
    public SampleShape Input => Parts[0].Input;

    /// <summary>What the last part gives of a sample.</summary>
    public SampleShape Output => Parts[^1].Output;

    /// <summary>Its arrays under their full names, in the order of files.</summary>
    public IEnumerable<PartArray> Arrays => Parts.Arrays.Select(array => array with { Name = FullName(array.Name) });

    /// <summary>The name in the whole network of a part or array of this stage.</summary>
    /// <param name="name">its name within the stage</param>
    public string FullName(string name) => Part.Join(Name, name);

    /// <summary>The name and the parts.</summary>
    public override string ToString() => $"{Name}: {Parts}";
}
