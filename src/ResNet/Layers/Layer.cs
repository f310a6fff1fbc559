namespace ResNet;

/// <summary>
/// A dense layer: a' = g(N(W a + b)). W is outputs × inputs, b has length outputs, a is inputs × samples. A layer of a residual
/// block is what the block's <see cref="BlockOrder"/> makes of it: in pre-activation order W g(N(a)) + b, and g is the identity
/// where a branch ends.
/// </summary>
/// <example><code>Layer layer = Layer.Create(inputs: 4, outputs: 8).WithActivation(Activation.Tanh).Build(seed: 1);</code></example>
public sealed class Layer : Module
{
    /// <summary>A layer of a block or one that stands by itself.</summary>
    /// <param name="parts">its parts, under their names within the block</param>
    /// <param name="arrays">where its arrays are</param>
    /// <param name="use">who uses it</param>
    internal Layer(Stage parts, LiveArrays arrays, Use use)
        : base(arrays, use) => Stages = [parts];

    /// <summary>The activation function g.</summary>
    public Activation Activation => Part<ActivationPart>()?.Activation ?? Activation.Identity;

    /// <summary>The normalization N.</summary>
    public Normalization Normalization => Part<NormPart>()?.Normalization ?? Normalization.None;

    /// <summary>The share of the layer's activations that dropout sets to 0 in training.</summary>
    public float Dropout => Part<DropoutPart>()?.Rate ?? 0;

    internal override IReadOnlyList<Stage> Stages { get; }

    /// <summary>Begins to build a layer that stands by itself.</summary>
    /// <param name="inputs">width of the input</param>
    /// <param name="outputs">width of the output</param>
    /// <exception cref="ArgumentOutOfRangeException">a width is below 1.</exception>
    public static LayerBuilder Create(int inputs, int outputs) => new(inputs, outputs, new LayerSettings());

    private TPart? Part<TPart>()
        where TPart : Part => Stages[0].Parts.OfType<TPart>().SingleOrDefault();
}
