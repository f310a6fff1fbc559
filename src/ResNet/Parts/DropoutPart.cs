namespace ResNet;

/// <summary>Dropout (Srivastava et al. 2014): in training each value becomes 0 with probability p and is divided by 1 − p
/// otherwise.</summary>
/// <param name="Name">the name within its stage</param>
/// <param name="Input">what it takes of a sample, and gives</param>
/// <param name="Rate">the probability p</param>
public sealed record DropoutPart(string Name, SampleShape Input, float Rate) : Part(Name, Input, Input);
