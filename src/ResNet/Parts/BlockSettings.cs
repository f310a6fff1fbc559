namespace ResNet;

/// <summary>What a builder has been told of the blocks to come; the defaults stand here.</summary>
internal sealed record BlockSettings : LayerSettings
{
    public int Layers { get; init; } = 2;

    public BlockOrder Order { get; init; } = BlockOrder.PostActivation;

    /// <summary>Null: identity where the widths agree, projection where they differ.</summary>
    public Shortcut? Shortcut { get; init; }

    /// <summary>Width of the activations between the layers; null for that of the outputs.</summary>
    public int? HiddenWidth { get; init; }

    /// <summary>Whether the block has a shortcut.</summary>
    public bool IsResidual { get; init; }

    /// <summary>The probability that a sample's branch survives in training; null where the network decides.</summary>
    public float? Survival { get; init; }

    /// <summary>Stochastic depth's survival of a network's last block.</summary>
    public float LastSurvival { get; init; } = 1;

    public BranchFactor BranchFactor { get; init; } = BranchFactor.None;

    /// <summary>Null: zero, unless a learned branch factor makes the branch zero already.</summary>
    public bool? ZeroBranch { get; init; }

    public bool BranchStartsAtZero => ZeroBranch ?? !BranchFactor.IsLearned;

    /// <summary>The same with no more layers than that.</summary>
    public BlockSettings WithAtMost(int layers) => this with { Layers = Math.Min(Layers, layers) };

    /// <summary>The shortcut of a block of these widths.</summary>
    public Shortcut ShortcutOf(int inputs, int outputs) =>
        Shortcut ?? (inputs == outputs ? ResNet.Shortcut.Identity : ResNet.Shortcut.Projection);
}
