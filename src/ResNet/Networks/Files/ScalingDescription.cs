namespace ResNet;

/// <summary>A scaling as files describe it.</summary>
/// <param name="Means">μ of each feature</param>
/// <param name="Deviations">σ of each feature</param>
internal sealed record ScalingDescription(float[] Means, float[] Deviations)
{
    public static ScalingDescription? Of(Scaling? scaling) =>
        scaling is null ? null : new ScalingDescription([.. scaling.Means], [.. scaling.Deviations]);

    /// <summary>The scaling of so many features.</summary>
    public Scaling Scaling(int features, string name)
    {
        try
        {
            return Means.Length == features
                ? ResNet.Scaling.Of(Means, Deviations)
                : throw new ArgumentException($"There are {Means.Length} means for {features} features.");
        }
        catch (ArgumentException exception)
        {
            throw new InvalidDataException($"{name} is not as it should be: {exception.Message}", exception);
        }
    }
}
