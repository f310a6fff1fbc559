namespace ResNet;

/// <summary>ℓ = Σₖ |zₖ − tₖ|/K, the mean over the K outputs; ∂ℓ/∂z = sign(z − t)/K, 0 where z = t.</summary>
public sealed class MeanAbsoluteError : RegressionLoss
{
    /// <inheritdoc/>
    public override string ToString() => Title;

    private protected override string Title => "Mean absolute error";

    /// <inheritdoc/>
    public override float OfSample(ReadOnlySpan<float> z, Target target, Span<float> gradient) =>
        Mean(default(Absolute), z, target.Values, gradient);

    private readonly struct Absolute : IPenalty
    {
        public (float Value, float Slope) Of(float deviation) =>
            (MathF.Abs(deviation), deviation > 0 ? 1 : deviation < 0 ? -1 : deviation); // NaN stays NaN
    }
}
