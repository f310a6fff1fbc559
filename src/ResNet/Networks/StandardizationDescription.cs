namespace ResNet;

/// <summary>A standardization as files describe it.</summary>
/// <param name="Means">μ of each feature</param>
/// <param name="Deviations">σ of each feature</param>
internal sealed record StandardizationDescription(float[] Means, float[] Deviations)
{
    public static StandardizationDescription? Of(Standardization? standardization) =>
        standardization is null ? null : new StandardizationDescription([.. standardization.Means], [.. standardization.Deviations]);

    /// <summary>The standardization of so many features.</summary>
    public Standardization Standardization(int features, string name) => Descriptions.Made(
        () => Means.Length == features
            ? ResNet.Standardization.Of(Means, Deviations)
            : throw new ArgumentException($"There are {Means.Length} means for {features} features."),
        name);
}
