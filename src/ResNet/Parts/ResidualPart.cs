namespace ResNet;

/// <summary>
/// The heart of a residual block, s·F(h) + S with h from the head, which acts on the input a: F is the branch and S the shortcut,
/// of a or of h.
/// </summary>
public sealed record ResidualPart : Part
{
    internal const string Scale = "scale";

    internal ResidualPart(SampleShape input, PartList head, PartList branch, PartList shortcut)
        : base(string.Empty, input, branch[^1].Output) => (Head, Branch, Shortcut) = (head, branch, shortcut);

    /// <summary>What comes before branch and shortcut part; empty where nothing does.</summary>
    public PartList Head { get; }

    /// <summary>The residual branch F.</summary>
    public PartList Branch { get; }

    /// <summary>The shortcut S; empty where it is the identity.</summary>
    public PartList Shortcut { get; }

    /// <summary>Whether the shortcut takes what the head gives, as a projection does; else it takes the input itself.</summary>
    public bool ShortcutReadsHead { get; init; }

    /// <summary>The factor s.</summary>
    public BranchFactor Factor { get; init; }

    /// <summary>The probability that a sample's branch survives a training pass; in inference the branch counts so often.</summary>
    public float Survival { get; init; } = 1;

    /// <inheritdoc/>
    public override IReadOnlyList<PartArray> Arrays => Factor.IsLearned
        ? [new(NameOf(Scale), 1, null, ArrayKind.Factor, FirstValues.Constant(Factor.Value))]
        : [];

    internal override IEnumerable<Part> Inner => [.. Head, .. Branch, .. Shortcut];
}
