namespace ResNet;

/// <summary>
/// Layers with a shortcut S around them. Post-activation: a_k = g(s·N(z_k) + S(a₀)), with z_k from the last layer.
/// Pre-activation: every layer is h = g(N(a)), a' = W h + b, and the block gives s·a_k + S(a₀). Normalized: a₁ = N(a₀), then
/// the layers with g between them, and s·a_k + S(a₀). Where the branch is zero, the block hands on its input, so more blocks
/// do no harm (He et al. 2015 and 2016, Gorishniy et al. 2021).
/// </summary>
public sealed class ResidualBlock : Block
{
    private readonly BlockSettings settings;
    private readonly Parameter? learnedFactor;

    internal ResidualBlock(string name, int inputs, int outputs, BlockSettings settings)
        : base(name, Stack(name, inputs, outputs, settings))
    {
        this.settings = settings;
        Shortcut = settings.ShortcutOf(inputs, outputs);
        if (Shortcut == Shortcut.Projection)
        {
            Projection = new Affine(Join(name, "shortcut"), inputs, outputs, bias: false);
            if (Order == BlockOrder.PostActivation) ProjectionNorm = Norm.Create(Join(name, "shortcut.norm"), Normalization, outputs);
        }

        if (settings.BranchFactor.IsLearned)
        {
            learnedFactor = new Parameter(Join(name, "scale"), ParameterKind.Factor, 1, 1);
            learnedFactor.Values[0] = settings.BranchFactor.Value;
        }
    }

    /// <summary>The shortcut S.</summary>
    public Shortcut Shortcut { get; }

    /// <summary>The order of activation and affine map.</summary>
    public BlockOrder Order => settings.Order;

    /// <summary>The activation function g.</summary>
    public Activation Activation => settings.Activation;

    /// <summary>The normalization N.</summary>
    public Normalization Normalization => settings.Normalization;

    /// <summary>The probability that a sample's branch survives a training pass; 1 without stochastic depth.</summary>
    public float Survival => settings.Survival ?? 1;

    /// <summary>The factor s of the residual branch.</summary>
    public BranchFactor BranchFactor => settings.BranchFactor;

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters =>
    [
        .. LayerParameters,
        .. Projection?.Parameters ?? [],
        .. ProjectionNorm is null ? Array.Empty<Parameter>() : [ProjectionNorm.Gamma, ProjectionNorm.Beta],
        .. learnedFactor is null ? Array.Empty<Parameter>() : [learnedFactor],
    ];

    /// <summary>W_s of a projection.</summary>
    internal Affine? Projection { get; }

    /// <summary>N of the N(W_s a) that a projection gives in post-activation order.</summary>
    internal Norm? ProjectionNorm { get; }

    internal override IEnumerable<Norm> Norms => ProjectionNorm is null ? base.Norms : base.Norms.Append(ProjectionNorm);

    /// <summary>Begins to build a residual block that stands by itself.</summary>
    /// <param name="inputs">width of the input</param>
    /// <param name="outputs">width of its layers and its output</param>
    /// <exception cref="ArgumentOutOfRangeException">a width is below 1.</exception>
    public static ResidualBlockBuilder Create(int inputs, int outputs) => new(inputs, outputs, new BlockSettings());

    internal override Signal Wire(Plan plan, Signal a) => Order switch
    {
        BlockOrder.PreActivation => WirePreActivation(plan, a),
        BlockOrder.PreNorm => WireNormalized(plan, a),
        _ => WirePostActivation(plan, a),
    };

    internal void Draw(int seed)
    {
        foreach (Layer layer in Layers) layer.Draw(settings.Initialization, seed);
        if (Projection is not null) WeightDraw.DrawLinear(Projection.Weight, seed);
        if (settings.BranchStartsAtZero) ZeroTheBranch();
    }

    /// <summary>a_k = g(s·N(z_k) + S(a₀)).</summary>
    private Signal WirePostActivation(Plan plan, Signal input)
    {
        Signal a = input;
        foreach (Layer layer in Layers.SkipLast(1)) a = layer.Wire(plan, a);
        Signal branch = Layers[^1].WireBranchEnd(plan, a);
        Signal shortcut = Projection is null ? input : plan.Normalize(ProjectionNorm, Projection.Wire(plan, input));
        return plan.Activate(Name, Activation, Add(plan, branch, shortcut));
    }

    /// <summary>s·a_k + S(a₀); a projection reads the first h.</summary>
    private Signal WirePreActivation(Plan plan, Signal input)
    {
        input.IsKept |= Projection is null; // the shortcut reads it as it is
        Signal h = Layers[0].WireNonlinearity(plan, input);
        Signal branch = Layers[0].WireAffine(plan, h);
        foreach (Layer layer in Layers.Skip(1)) branch = layer.Wire(plan, branch);
        Signal shortcut = Projection is null ? input : Projection.Wire(plan, h);
        return Add(plan, branch, shortcut);
    }

    /// <summary>s·a_k + S(a₀); a projection reads N(a₀).</summary>
    private Signal WireNormalized(Plan plan, Signal input)
    {
        Signal normalized = plan.Normalize(Layers[0].Norm, input);
        Signal branch = Layers[0].WireActivation(plan, Layers[0].WireAffine(plan, normalized));
        foreach (Layer layer in Layers.Skip(1)) branch = layer.Wire(plan, branch);
        return Add(plan, branch, Projection is null ? input : Projection.Wire(plan, normalized));
    }

    /// <summary>s·F + S; without a factor the branch's last layer adds the shortcut as it stores its sums.</summary>
    private Signal Add(Plan plan, Signal branch, Signal shortcut)
    {
        bool isPlainSum = BranchFactor == BranchFactor.None && Survival == 1;
        if (isPlainSum && plan.LastAffine(branch)?.TryAdd(shortcut) == true) return branch;
        return plan.Append(new AdditionOperation(plan, Name, branch, shortcut, BranchFactor.Value, learnedFactor, Survival));
    }

    /// <summary>
    /// The last γ of a normalized post-activation branch becomes 0, else the last W. Features that a zero-padded shortcut
    /// does not reach keep their draw, or they would stay dead.
    /// </summary>
    private void ZeroTheBranch()
    {
        Layer last = Layers[^1];
        int reached = Shortcut == Shortcut.ZeroPadding ? Math.Min(Inputs, Outputs) : Outputs;
        bool byGamma = Order == BlockOrder.PostActivation && last.Norm is not null;
        Parameter zeroed = byGamma ? last.Norm!.Gamma : last.Affine.Weight;
        for (int column = 0; column < zeroed.Value.ColumnCount; column++)
        {
            zeroed.Values.AsSpan(column * Outputs, reached).Clear();
        }
    }
}
