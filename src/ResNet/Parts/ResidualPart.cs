namespace ResNet;

/// <summary>
/// The heart of a residual block, s·F(h) + S with h from the head, which acts on the input a: F is the branch and S the shortcut,
/// of a or of h.
/// </summary>
/// <param name="Input">what it takes of a sample</param>
/// <param name="Head">what comes before branch and shortcut part; empty where nothing does</param>
/// <param name="Branch">the residual branch F</param>
/// <param name="Shortcut">the shortcut S; empty where it is the identity</param>
public sealed record ResidualPart(SampleShape Input, PartList Head, PartList Branch, PartList Shortcut)
    : Part(string.Empty, Input, Branch[^1].Output)
{
    internal const string Scale = "scale";

    /// <summary>Whether the shortcut takes what the head gives, as a projection does; else it takes the input itself.</summary>
    public bool ShortcutReadsHead { get; init; }

    /// <summary>The factor s.</summary>
    public BranchFactor Factor { get; init; }

    /// <summary>The probability that a sample's branch survives a training pass; in inference the branch counts so often.</summary>
    public float Survival { get; init; } = 1;

    /// <inheritdoc/>
    public override IReadOnlyList<PartArray> Arrays => Factor.IsLearned
        ? [new(Join(Name, Scale), 1, null, ArrayKind.Factor, FirstValues.Constant(Factor.Value))]
        : [];

    internal override IEnumerable<Part> Inner => [.. Head, .. Branch, .. Shortcut];
}
