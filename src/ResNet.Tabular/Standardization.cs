using MathNet.Numerics.Statistics;

namespace ResNet.Tabular;

/// <summary>(x − μ)/σ; 0 where σ is 0.</summary>
internal sealed class Standardization(double mean, double deviation) : Scale
{
    public static Standardization Fit(double[] values) =>
        new(ArrayStatistics.Mean(values), values[0] == values[^1] ? 0 : ArrayStatistics.PopulationStandardDeviation(values));

    public override float Of(double value) => deviation == 0 ? 0 : (float)((value - mean) / deviation);

    public override NumericDescription Describe(NumericDescription column) =>
        column with { Standardization = new StandardizationDescription(mean, deviation) };
}
