namespace ResNet;

/// <summary>What a builder has been told of the blocks to come; the defaults stand here.</summary>
internal sealed record BlockSettings : LayerSettings
{
    public int Layers { get; init; } = 2;

    public BlockOrder Order { get; init; } = BlockOrder.PostActivation;

    /// <summary>Null: identity where the widths agree, projection where they differ.</summary>
    public Shortcut? Shortcut { get; init; }

    public BranchFactor BranchFactor { get; init; } = BranchFactor.None;

    /// <summary>Null: zero, unless a learned branch factor makes the branch zero already.</summary>
    public bool? ZeroBranch { get; init; }

    public bool BranchStartsAtZero => ZeroBranch ?? !BranchFactor.IsLearned;
}
