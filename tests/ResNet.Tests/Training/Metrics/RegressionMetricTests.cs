namespace ResNet.Tests.Training.Metrics;

public class RegressionMetricTests
{
    /// <summary>Differences 1, −2 and 0, −2 of two outputs of two samples.</summary>
    private static Predictions Two => Predicted.Values([[1, 10], [3, 20]], [2, 8], [3, 18]);

    [Fact]
    public void Errors_are_means_over_samples_and_outputs()
    {
        Metric.RootMeanSquaredError.Measure(Two).Should().BeApproximately(1.5, 1e-15); // √(9/4)
        Metric.MeanAbsoluteError.Measure(Two).Should().Be(1.25); // 5/4
    }

    [Fact]
    public void R2_measures_against_the_mean_of_each_output()
    {
        // deviations of 1 around 2 and of 5 around 15: 1 + 1 + 25 + 25
        Metric.R2.Measure(Two).Should().BeApproximately(1 - 9.0 / 52, 1e-15);
        Metric.R2.Measure(Predicted.Values([[1], [2], [6]], [1], [2], [6])).Should().Be(1);
        Metric.R2.Measure(Predicted.Values([[1], [2], [6]], [3], [3], [3])).Should().Be(0);
        Metric.R2.Measure(Predicted.Values([[1], [2], [6]], [6], [2], [1])).Should().BeApproximately(1 - 50.0 / 14, 1e-15);
    }

    [Fact]
    public void R2_says_nothing_where_targets_do_not_differ()
    {
        Metric.R2.Measure(Predicted.Values([[0.1f], [0.1f], [0.1f]], [1], [2], [3])).Should().Be(double.NaN);
        Metric.R2.Measure(Predicted.Values([[5]], [5f])).Should().Be(double.NaN);
    }

    [Fact]
    public void Errors_are_summed_in_double_precision()
    {
        // one large error and many that a sum of floats would lose beside it
        float[][] targets = [.. Enumerable.Range(0, 10_001).Select(_ => new float[1])];
        float[][] outputs = [.. Enumerable.Range(0, 10_001).Select(i => new[] { i == 0 ? 1e8f : 1f })];

        Metric.MeanAbsoluteError.Measure(Predicted.Values(targets, outputs)).Should().BeApproximately((1e8 + 1e4) / 10_001, 1e-6);
    }
}
