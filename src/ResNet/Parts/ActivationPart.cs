namespace ResNet;

/// <summary>An activation function, a = g(z), value by value.</summary>
/// <param name="Name">the name within its stage</param>
/// <param name="Input">what it takes of a sample, and gives</param>
/// <param name="Activation">which function it is</param>
public sealed record ActivationPart(string Name, SampleShape Input, Activation Activation) : Part(Name, Input, Input)
{
    /// <summary>Which function it is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">there is no such function.</exception>
    public Activation Activation { get; init => field = Argument.Defined(value, nameof(Activation)); } = Argument.Defined(Activation);

    /// <summary>
    /// What g multiplies z by where it is negative or zero, if it leaves the rest as it is: 0 for ReLU, 0.01 for leaky ReLU; null
    /// for functions that do anything else.
    /// </summary>
    public float? Slope => Activation.Slope();
}
