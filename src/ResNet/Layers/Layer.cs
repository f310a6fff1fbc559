namespace ResNet;

/// <summary>
/// A dense layer: a' = g(N(W a + b)), in pre-activation order a' = W·g(N(a)) + b, or in a block of normalized order
/// a' = g(W N(a) + b), N in the first layer only and g in all but the last. W is outputs × inputs, b has length outputs, a is
/// inputs × samples.
/// </summary>
/// <example><code>Layer layer = Layer.Create(inputs: 4, outputs: 8).WithActivation(Activation.Tanh).Build(seed: 1);</code></example>
public sealed class Layer : Module
{
    internal Layer(string name, int inputs, int outputs, Activation activation, Norm? norm, BlockOrder order, float dropout)
        : base(name, inputs, outputs)
    {
        Dropout = dropout;
        Activation = activation;
        Order = order;
        Norm = norm;
        Affine = new Affine(name, inputs, outputs, bias: true);
    }

    /// <summary>The activation function g.</summary>
    public Activation Activation { get; }

    /// <summary>The normalization N.</summary>
    public Normalization Normalization => Norm?.Kind ?? Normalization.None;

    /// <summary>The share of the layer's activations that dropout sets to 0 in training.</summary>
    public float Dropout { get; }

    /// <summary>Whether N and g follow the affine map or precede it.</summary>
    public BlockOrder Order { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters => Norm is null
        ? [.. Affine.Parameters]
        : [.. Affine.Parameters, Norm.Gamma, Norm.Beta];

    internal Affine Affine { get; }

    internal Norm? Norm { get; }

    internal override IEnumerable<Norm> Norms => Norm is null ? [] : [Norm];

    /// <summary>Begins to build a layer that stands by itself.</summary>
    /// <param name="inputs">width of the input</param>
    /// <param name="outputs">width of the output</param>
    /// <exception cref="ArgumentOutOfRangeException">a width is below 1.</exception>
    public static LayerBuilder Create(int inputs, int outputs) => new(inputs, outputs, new LayerSettings());

    internal override Signal Wire(Plan plan, Signal a) => Order switch
    {
        BlockOrder.PreActivation => WireAffine(plan, WireNonlinearity(plan, a)),
        BlockOrder.PreNorm => WireActivation(plan, WireAffine(plan, plan.Normalize(Norm, a))),
        _ => WireActivation(plan, WireBranchEnd(plan, a)),
    };

    /// <summary>g(z) and dropout, the end of a layer that ends with them.</summary>
    internal Signal WireActivation(Plan plan, Signal z) => plan.Drop(Name, Dropout, plan.Activate(Name, Activation, z));

    /// <summary>h = g(N(a)) and dropout, the first half of a layer in pre-activation order.</summary>
    internal Signal WireNonlinearity(Plan plan, Signal a) => WireActivation(plan, plan.Normalize(Norm, a));

    /// <summary>W h + b, the second half.</summary>
    internal Signal WireAffine(Plan plan, Signal h) => Affine.Wire(plan, h);

    /// <summary>N(W a + b): a layer in post-activation order whose activation waits for the shortcut.</summary>
    internal Signal WireBranchEnd(Plan plan, Signal a) => plan.Normalize(Norm, Affine.Wire(plan, a));

    /// <summary>Draws W; b is 0, γ is 1 and β is 0 from the start.</summary>
    internal void Draw(Initialization? initialization, int seed) =>
        WeightDraw.Draw(Affine.Weight, initialization ?? WeightDraw.DefaultFor(Activation), Activation, seed);
}
