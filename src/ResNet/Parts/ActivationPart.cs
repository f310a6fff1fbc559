namespace ResNet;

/// <summary>An activation function, a = g(z), value by value.</summary>
public sealed record ActivationPart : Part
{
    internal ActivationPart(string name, SampleShape shape, Activation activation)
        : base(name, shape, shape) => Activation = activation;

    /// <summary>Which function it is.</summary>
    public Activation Activation { get; }

    /// <summary>
    /// What g multiplies z by where it is negative or zero, if it leaves the rest as it is: 0 for ReLU, 0.01 for leaky ReLU; null
    /// for functions that do anything else.
    /// </summary>
    public float? Slope => Activation.Slope();
}
