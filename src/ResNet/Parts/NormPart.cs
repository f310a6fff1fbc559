namespace ResNet;

/// <summary>A normalization N(z) = γ(z − μ)/√(σ² + ε) + β; see <see cref="ResNet.Normalization"/> for μ and σ².</summary>
/// <param name="Name">the name within its stage</param>
/// <param name="Input">what it takes of a sample, and gives</param>
/// <param name="Normalization">which normalization it is</param>
/// <param name="FirstGamma">how γ begins; β begins at 0</param>
public sealed record NormPart(string Name, SampleShape Input, Normalization Normalization, FirstValues FirstGamma)
    : Part(Name, Input, Input)
{
    internal const string Gamma = "gamma";
    internal const string Beta = "beta";
    internal const string RunningMean = "running_mean";
    internal const string RunningVariance = "running_variance";

    /// <summary>Which normalization it is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">there is no such normalization.</exception>
    public Normalization Normalization { get; init => field = Argument.Defined(value, nameof(Normalization)); } =
        Argument.Defined(Normalization);

    /// <summary>ε, which keeps the root away from 0.</summary>
    public float Epsilon { get; } = 1e-5f;

    /// <summary>The share of a batch's own statistics in the running ones after it.</summary>
    public float Momentum { get; } = 0.1f;

    /// <inheritdoc/>
    public override IReadOnlyList<PartArray> Arrays
    {
        get
        {
            FirstValues zero = FirstValues.Constant(0), one = FirstValues.Constant(1);
            PartArray gamma = Vector(Gamma, ArrayKind.Norm, FirstGamma), beta = Vector(Beta, ArrayKind.Norm, zero);
            if (!Normalization.HasRunningStatistics()) return [gamma, beta];
            PartArray variance = Vector(RunningVariance, ArrayKind.Statistic, one) with { IsVariance = true };
            return [gamma, beta, Vector(RunningMean, ArrayKind.Statistic, zero), variance];
        }
    }
}
