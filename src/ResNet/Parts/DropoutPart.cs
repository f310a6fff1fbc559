namespace ResNet;

/// <summary>Dropout (Srivastava et al. 2014): in training each value becomes 0 with probability p and is divided by 1 − p otherwise.</summary>
public sealed record DropoutPart : Part
{
    internal DropoutPart(string name, SampleShape shape, float rate)
        : base(name, shape, shape) => Rate = rate;

    /// <summary>The probability p.</summary>
    public float Rate { get; }
}
