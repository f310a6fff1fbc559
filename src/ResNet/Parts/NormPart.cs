namespace ResNet;

/// <summary>A normalization N(z) = γ(z − μ)/√(σ² + ε) + β; see <see cref="ResNet.Normalization"/> for μ and σ².</summary>
public sealed record NormPart : Part
{
    internal const string Gamma = "gamma";
    internal const string Beta = "beta";
    internal const string RunningMean = "running_mean";
    internal const string RunningVariance = "running_variance";

    internal NormPart(string name, SampleShape shape, Normalization normalization, int zeroGammas = 0)
        : base(name, shape, shape)
    {
        Normalization = normalization;
        FirstGamma = FirstValues.Constant(1) with { ZeroRows = zeroGammas };
    }

    /// <summary>Which normalization it is.</summary>
    public Normalization Normalization { get; }

    /// <summary>How γ begins; β begins at 0.</summary>
    public FirstValues FirstGamma { get; }

    /// <summary>ε, which keeps the root away from 0.</summary>
    public float Epsilon { get; } = 1e-5f;

    /// <summary>The share of a batch's own statistics in the running ones after it.</summary>
    public float Momentum { get; } = 0.1f;

    /// <inheritdoc/>
    public override IReadOnlyList<PartArray> Arrays
    {
        get
        {
            PartArray gamma = Vector(Gamma, ArrayKind.Norm, FirstGamma), beta = Vector(Beta, ArrayKind.Norm, FirstValues.Constant(0));
            if (!Normalization.HasRunningStatistics()) return [gamma, beta];
            PartArray variance = Vector(RunningVariance, ArrayKind.Statistic, FirstValues.Constant(1)) with { IsVariance = true };
            return [gamma, beta, Vector(RunningMean, ArrayKind.Statistic, FirstValues.Constant(0)), variance];
        }
    }

    private PartArray Vector(string name, ArrayKind kind, FirstValues first) => new(NameOf(name), Input.Features, null, kind, first);
}
