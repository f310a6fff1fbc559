namespace ResNet;

/// <summary>ℓ = Σₖ (zₖ − tₖ)²/K, the mean over the K outputs; ∂ℓ/∂z = 2(z − t)/K.</summary>
public sealed class MeanSquaredError : RegressionLoss
{
    /// <inheritdoc/>
    public override string ToString() => Title;

    private protected override string Title => "Mean squared error";

    /// <inheritdoc/>
    public override float OfSample(ReadOnlySpan<float> z, Target target, Span<float> gradient) =>
        Mean(default(Square), z, target.Values, gradient);

    private readonly struct Square : IPenalty
    {
        public (float Value, float Slope) Of(float deviation) => (deviation * deviation, 2 * deviation);
    }
}
