namespace ResNet;

/// <summary>A block as files describe it. Names of members and of values are those of version 1 of the format.</summary>
internal sealed record BlockDescription
{
    public required bool Residual { get; init; }

    public required int Width { get; init; }

    public required int Layers { get; init; }

    public required string Activation { get; init; }

    public required string Normalization { get; init; }

    public float Dropout { get; init; }

    /// <summary>Null where it follows from the activation function.</summary>
    public string? Initialization { get; init; }

    /// <summary>Null for post-activation order.</summary>
    public string? Order { get; init; }

    /// <summary>Null where it follows from the widths.</summary>
    public string? Shortcut { get; init; }

    /// <summary>Null for the block's width.</summary>
    public int? HiddenWidth { get; init; }

    /// <summary>Null for 1.</summary>
    public float? Survival { get; init; }

    /// <summary>A fixed branch factor; null where there is none, or it is learned.</summary>
    public float? BranchFactor { get; init; }

    public bool LearnedFactor { get; init; }

    /// <summary>Null where it follows from the branch factor.</summary>
    public bool? ZeroBranch { get; init; }

    public static BlockDescription Of(BlockRecipe block)
    {
        BlockSettings settings = block.Settings;
        BranchFactor factor = settings.BranchFactor;
        var common = new BlockDescription
        {
            Residual = settings.IsResidual,
            Width = block.Outputs,
            Layers = settings.Layers,
            Activation = FileNames.Of(settings.Activation),
            Normalization = FileNames.Of(settings.Normalization),
            Dropout = settings.Dropout,
            Initialization = settings.Initialization is { } initialization ? FileNames.Of(initialization) : null,
        };
        return !settings.IsResidual ? common : common with
        {
            Order = FileNames.Of(settings.Order),
            Shortcut = settings.Shortcut is { } shortcut ? FileNames.Of(shortcut) : null,
            HiddenWidth = settings.HiddenWidth,
            Survival = settings.Survival,
            BranchFactor = factor == ResNet.BranchFactor.None || factor.IsLearned ? null : factor.Value,
            LearnedFactor = factor.IsLearned,
            ZeroBranch = settings.ZeroBranch,
        };
    }

    /// <summary>Adds the block to a network; the builder refuses what is out of range.</summary>
    public void AddTo(NetworkBuilder network)
    {
        if (Residual) network.AddResidualBlock(Width, Configure);
        else network.AddPlainBlock(Width, block => ConfigureLayers(block));
    }

    private void Configure(ResidualBlockBuilder block)
    {
        ConfigureLayers(block);
        if (Order is not null) block.WithOrder(FileNames.Value<BlockOrder>(Order));
        if (Shortcut is not null) block.WithShortcut(FileNames.Value<Shortcut>(Shortcut));
        if (HiddenWidth is { } width) block.WithHiddenWidth(width);
        if (Survival is { } survival) block.WithSurvival(survival);
        if (BranchFactor is { } factor) block.WithBranchFactor(ResNet.BranchFactor.Fixed(factor));
        if (LearnedFactor) block.WithBranchFactor(ResNet.BranchFactor.Learned);
        if (ZeroBranch is { } zero) block.WithZeroBranch(zero);
    }

    private void ConfigureLayers<T>(BlockBuilder<T> block)
        where T : BlockBuilder<T>
    {
        block.WithLayers(Layers).WithDropout(Dropout);
        block.WithActivation(FileNames.Value<Activation>(Activation)).WithNormalization(FileNames.Value<Normalization>(Normalization));
        if (Initialization is not null) block.WithInitialization(FileNames.Value<Initialization>(Initialization));
    }
}
