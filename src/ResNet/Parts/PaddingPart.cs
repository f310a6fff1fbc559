namespace ResNet;

/// <summary>A shortcut S(a) = I a with the rectangular identity I: zeros appended, or the last features dropped.</summary>
public sealed record PaddingPart : Part
{
    internal PaddingPart(string name, SampleShape input, int outputs)
        : base(name, input, input with { Features = outputs })
    {
    }
}
