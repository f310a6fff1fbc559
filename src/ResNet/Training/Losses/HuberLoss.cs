namespace ResNet;

/// <summary>
/// ℓ = Σₖ ρ(zₖ − tₖ)/K, the mean over the K outputs, with ρ(d) = d²/2 where |d| ≤ δ and δ(|d| − δ/2) beyond (Huber 1964);
/// ∂ℓ/∂z = max(−δ, min(δ, z − t))/K.
/// </summary>
public sealed class HuberLoss : RegressionLoss
{
    /// <summary>δ, in the targets' units, or in standard deviations where the network standardizes targets; 1 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">δ is not positive and finite.</exception>
    public float Delta
    {
        get;
        init => field = value is > 0 and < float.PositiveInfinity
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Delta), value, "Delta must be positive and finite.");
    } = 1;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Title}, δ {Delta}");

    private protected override string Title => "Huber loss";

    /// <inheritdoc/>
    public override float OfSample(ReadOnlySpan<float> z, Target target, Span<float> gradient) =>
        Mean(new Penalty(Delta), z, target.Values, gradient);

    private readonly struct Penalty(float delta) : IPenalty
    {
        public (float Value, float Slope) Of(float deviation)
        {
            float size = MathF.Abs(deviation);
            return size > delta
                ? (delta * (size - delta / 2), MathF.CopySign(delta, deviation))
                : (deviation * deviation / 2, deviation);
        }
    }
}
