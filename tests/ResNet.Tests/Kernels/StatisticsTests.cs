namespace ResNet.Tests.Kernels;

public class StatisticsTests
{
    [Fact]
    public void Mean_and_deviation_come_from_the_sums_of_values_and_of_squares()
    {
        double[][] values = [.. Enumerable.Range(0, 16).Select(i => new[] { 1000.0 + i, 1000.5 + i, 1001.25 + i })];
        double[] sums = [.. values.Select(three => three.Sum())], squares = [.. values.Select(three => three.Sum(value => value * value))];
        Statistics statistics = new StatisticMemory(16).All;
        Statistics.ToMoments(sums, squares, n: 3);
        statistics.SetMoments(sums, squares, epsilon: 1e-5f);
        for (int i = 0; i < 16; i++)
        {
            double mean = values[i].Average(), variance = values[i].Average(value => (value - mean) * (value - mean));
            squares[i].Should().BeApproximately(variance, 1e-8);
            sums[i].Should().BeApproximately(mean, 1e-12);
            statistics.At(0, i).Should().Be((float)sums[i]);
            ((double)statistics.At(0, i) + statistics.At(1, i)).Should().BeApproximately(mean, 1e-11);
            statistics.At(2, i).Should().BeApproximately((float)(1 / Math.Sqrt(variance + 1e-5f)), 1e-6f);
        }
    }

    [Fact]
    public void What_rounding_makes_negative_is_no_variance()
    {
        double[] sums = [.. Enumerable.Repeat(0.3, 8)], squares = [.. Enumerable.Repeat(0.03 - 1e-9, 8)];
        Statistics.ToMoments(sums, squares, n: 3);
        squares.Should().OnlyContain(variance => variance == 0);
    }

    [Fact]
    public void A_value_that_is_no_number_is_in_no_other_features_statistics()
    {
        double[] sums = [double.NaN, .. Enumerable.Repeat(1.0, 7)], squares = [.. sums];
        Statistics statistics = new StatisticMemory(16).All;
        Statistics.ToMoments(sums, squares, n: 1);
        statistics.SetMoments(sums, squares, epsilon: 1e-5f);
        statistics.At(2, 0).Should().Be(float.NaN);
        for (int i = 1; i < 8; i++) statistics.At(0, i).Should().Be(1);
    }
}
