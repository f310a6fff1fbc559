using FsCheck;
using FsCheck.Xunit;

namespace ResNet.Tests.Training.Metrics;

public class RocAucTests
{
    [Fact]
    public void It_is_the_share_of_pairs_in_order()
    {
        // 1s at 3 and 1, 0s at 2 and 0: three of four pairs
        Metric.RocAuc.Measure(Predicted.Binary([1, 0, 1, 0], 3, 2, 1, 0)).Should().Be(0.75);
        Metric.RocAuc.Measure(Predicted.Binary([0, 0, 1, 1], 0, 1, 2, 3)).Should().Be(1);
        Metric.RocAuc.Measure(Predicted.Binary([1, 1, 0], 0, 1, 2)).Should().Be(0);
    }

    [Fact]
    public void A_tie_counts_half()
    {
        Metric.RocAuc.Measure(Predicted.Binary([0, 1, 1], 5, 5, 6)).Should().Be(0.75);
        Metric.RocAuc.Measure(Predicted.Binary([0, 1, 0, 1], 5, 5, 5, 5)).Should().Be(0.5);
        Metric.RocAuc.Measure(Predicted.Binary([0, 1], -0f, 0f)).Should().Be(0.5);
    }

    [Fact]
    public void Two_outputs_are_judged_by_their_difference()
    {
        // 1, 2, 3 and 0: the 1s at 2 and 3
        Metric.RocAuc.Measure(Predicted.Classes(2, [0, 1, 1, 0], [0, 1], [5, 7], [-9, -6], [4, 4])).Should().Be(1);
    }

    [Fact]
    public void Probabilities_that_round_to_1_are_still_told_apart()
    {
        Metric.RocAuc.Measure(Predicted.Binary([0, 1], 100, 200)).Should().Be(1);
        Metric.RocAuc.Measure(Predicted.Classes(2, [0, 1], [0, 100], [0, 200])).Should().Be(1);
    }

    [Fact]
    public void More_classes_give_the_mean_of_each_against_the_rest()
    {
        // columns are probabilities once exponentiated; class 3 does not occur
        double[][] p = [[0.5, 0.2, 0.2, 0.1], [0.1, 0.4, 0.3, 0.2], [0.6, 0.1, 0.1, 0.2], [0.2, 0.3, 0.4, 0.1]];
        Predictions predictions = Predicted.Classes(4, [0, 1, 1, 2], [.. p.Select(row => row.Select(x => (float)Math.Log(x)).ToArray())]);

        // 0: 0.5 above 0.1 and 0.2, below 0.6; 1: 0.4 above 0.2 and 0.3, 0.1 below both; 2: 0.4 above all
        Metric.RocAuc.Measure(predictions).Should().BeApproximately((2.0 / 3 + 0.5 + 1) / 3, 1e-15);
    }

    [Fact]
    public void It_says_nothing_of_a_single_class_or_of_outputs_that_are_not_finite()
    {
        Metric.RocAuc.Measure(Predicted.Binary([1, 1, 1], 0, 1, 2)).Should().Be(double.NaN);
        Metric.RocAuc.Measure(Predicted.Classes(3, [2, 2], [0, 1, 2], [2, 1, 0])).Should().Be(double.NaN);
        Metric.RocAuc.Measure(Predicted.Binary([0, 1], 0, float.NaN)).Should().Be(double.NaN);
        Metric.RocAuc.Measure(Predicted.Classes(3, [0, 1], [0, 1, 2], [0, float.PositiveInfinity, 0])).Should().Be(double.NaN);
    }

    [Property]
    public void Ranks_count_all_pairs(NonEmptyArray<(bool Label, byte Score)> samples)
    {
        // few scores, so that many tie
        int[] labels = [.. samples.Get.Select(sample => sample.Label ? 1 : 0)];
        float[] scores = [.. samples.Get.Select(sample => sample.Score % 8 - 4f)];

        double[] pairs =
        [
            .. from i in Enumerable.Range(0, labels.Length)
               from j in Enumerable.Range(0, labels.Length)
               where labels[i] == 1 && labels[j] == 0
               select scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0,
        ];

        Metric.RocAuc.Measure(Predicted.Binary(labels, scores)).Should().Be(pairs.Length == 0 ? double.NaN : pairs.Average());
    }
}
