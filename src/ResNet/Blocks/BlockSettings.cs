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

    /// <summary>
    /// Dropout of one of the layers: in a residual block between the layers, in normalized order after the last too.
    /// </summary>
    public float DropoutOf(int layer) => !IsResidual ? Dropout : Order switch
    {
        BlockOrder.PostActivation => layer < Layers - 1 ? Dropout : 0,
        BlockOrder.PreActivation => layer > 0 ? Dropout : 0,
        _ => Dropout,
    };

    /// <summary>The widths that one of the layers maps from and to, in a block of these widths.</summary>
    public (int From, int To) WidthsOf(int layer, int inputs, int outputs) =>
        (layer == 0 ? inputs : HiddenWidth ?? outputs, layer == Layers - 1 ? outputs : HiddenWidth ?? outputs);

    /// <summary>The normalization of one of the layers: in normalized order only the first has one.</summary>
    public Normalization NormalizationOf(int layer) =>
        Order == BlockOrder.PreNorm && layer > 0 ? Normalization.None : Normalization;

    /// <summary>The shortcut of a block of these widths.</summary>
    public Shortcut ShortcutOf(int inputs, int outputs) =>
        Shortcut ?? (inputs == outputs ? ResNet.Shortcut.Identity : ResNet.Shortcut.Projection);

    /// <summary>Whether nothing follows the addition, so that one more g(N(·)) is wanted before what is no such block.</summary>
    public bool EndsWithAddition => IsResidual && Order != BlockOrder.PostActivation;

    public bool BranchStartsAtZero => ZeroBranch ?? !BranchFactor.IsLearned;
}
