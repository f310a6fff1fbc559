namespace ResNet;

/// <summary>A shortcut S(a) = I a with the rectangular identity I: zeros appended, or the last features dropped.</summary>
/// <param name="Name">the name within its stage</param>
/// <param name="Input">what it takes of a sample</param>
/// <param name="Outputs">the features that it gives</param>
public sealed record PaddingPart(string Name, SampleShape Input, int Outputs) : Part(Name, Input, Input with { Features = Outputs });
