namespace ResNet;

/// <summary>What fixes a training pass's random draws.</summary>
/// <param name="Seed">the user's seed</param>
/// <param name="Number">the number of the pass</param>
internal readonly record struct Draw(int Seed, long Number);
