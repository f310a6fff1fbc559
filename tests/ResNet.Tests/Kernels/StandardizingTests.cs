namespace ResNet.Tests.Kernels;

/// <summary>Against the formula in double precision, with the statistics of features (batch norm) and of columns (layer norm).</summary>
public class StandardizingTests
{
    [Theory]
    [InlineData(1f)]
    [InlineData(0f)]
    [InlineData(0.01f)]
    public void The_formula_holds_for_every_number_of_features(float slope)
    {
        foreach (RandomNorm norm in RandomNorm.Shapes)
        {
            float[] y = new float[norm.Z.Length];
            norm.Forward(new Epilogue { Addend = norm.Addend, Slope = slope }, y);
            norm.ShouldGive(y, place =>
            {
                double value = norm.Gamma(place) * norm.Standardized(place) + norm.Beta(place) + norm.Addend[place];
                return value > 0 ? value : slope * value;
            });
        }
    }

    [Fact]
    public void A_small_deviation_far_from_zero_loses_nothing()
    {
        float[] z = [1000.0001f, 1000f, 999.9999f], x = new float[3];
        double mean = z.Average(value => (double)value);
        Statistics statistics = new StatisticMemory(1).All;
        double[] means = [mean, .. new double[7]], variances = [1e-8, .. new double[7]];
        statistics.SetMoments(means, variances, epsilon: 0);
        Standardizing<OfColumn>.Run(z, statistics, [1, 1, 1], [0, 0, 0], Epilogue.None, x);
        for (int i = 0; i < 3; i++) x[i].Should().BeApproximately((float)((z[i] - mean) * 1e4), 1e-6f);
    }
}
