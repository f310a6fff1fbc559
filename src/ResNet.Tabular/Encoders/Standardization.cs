using MathNet.Numerics.Statistics;

namespace ResNet.Tabular;

/// <summary>(x − μ)/σ; 0 where σ is 0.</summary>
internal sealed class Standardization(double mean, double deviation) : Scale
{
    public static Standardization Fit(double[] values) =>
        new(ArrayStatistics.Mean(values), AreEqual(values) ? 0 : ArrayStatistics.PopulationStandardDeviation(values));

    private static bool AreEqual(double[] values) => Array.TrueForAll(values, value => value == values[0]);

    public override string Words => "less its mean, in standard deviations";

    public override float Of(double value) => deviation == 0 ? 0 : (float)((value - mean) / deviation);

    public override SavedNumbers Describe(SavedNumbers column) =>
        column with { Standardization = new SavedStandardization(mean, deviation) };
}
