namespace ResNet.Tests.Training.Metrics;

public class ClassMetricTests
{
    private const double Close = 1e-7;

    /// <summary>Labels 0 0 0 1 1 2 of four classes, taken for 0 0 1 1 3 0.</summary>
    private static Predictions Six => Predicted.Classes(
        4, [0, 0, 0, 1, 1, 2], [9, 0, 0, 0], [9, 1, 2, 3], [0, 9, 0, 0], [0, 9, 0, 0], [0, 0, 0, 9], [9, 8, 7, 6]);

    [Fact]
    public void Accuracy_is_the_share_decided_rightly()
    {
        Metric.Accuracy.Measure(Six).Should().Be(0.5);
        Metric.Accuracy.Measure(Predicted.Binary([0, 1, 1, 0], -1, 2, -3, 0)).Should().Be(0.75);
    }

    [Fact]
    public void Macro_means_are_over_the_classes_that_occur()
    {
        // precision: 2 of 3 taken for 0, 1 of 2 for 1, none for 2; recall: 2 of 3, 1 of 2, 0 of 1; class 3 does not occur
        Metric.MacroPrecision.Measure(Six).Should().BeApproximately((2.0 / 3 + 0.5 + 0) / 3, Close);
        Metric.MacroRecall.Measure(Six).Should().BeApproximately((2.0 / 3 + 0.5 + 0) / 3, Close);
        Metric.MacroF1.Measure(Six).Should().BeApproximately((2.0 / 3 + 0.5 + 0) / 3, Close);

        // labels 0 0 0 1 taken for 0 1 1 1: precision 1 and 1/3, recall 1/3 and 1, F1 2·1/(3 + 1) twice
        Predictions four = Predicted.Binary([0, 0, 0, 1], -1, 1, 1, 1);
        Metric.MacroPrecision.Measure(four).Should().BeApproximately(2.0 / 3, Close);
        Metric.MacroRecall.Measure(four).Should().BeApproximately(2.0 / 3, Close);
        Metric.MacroF1.Measure(four).Should().BeApproximately(0.5, Close);
    }

    [Fact]
    public void Top_k_looks_for_the_label_among_the_k_largest()
    {
        // places of the labels: 2nd, 1st, 4th
        Predictions predictions = Predicted.Classes(4, [0, 1, 2], [3, 1, 2, 4], [0, 1, 0, 0], [5, 6, 4, 7]);

        double[] found = [.. new[] { 1, 2, 3, 4 }.Select(k => Metric.TopK(k).Measure(predictions))];

        found.Should().Equal(1.0 / 3, 2.0 / 3, 2.0 / 3, 1);
    }

    [Fact]
    public void Of_equal_outputs_the_first_is_the_larger_for_top_k()
    {
        Predictions predictions = Predicted.Classes(3, [0, 1, 2], [1, 1, 1], [1, 1, 1], [1, 1, 1]);

        Metric.TopK(1).Measure(predictions).Should().Be(1.0 / 3).And.Be(Metric.Accuracy.Measure(predictions));
        Metric.TopK(2).Measure(predictions).Should().Be(2.0 / 3);
    }

    [Fact]
    public void Top_k_takes_two_classes_on_one_output()
    {
        Predictions predictions = Predicted.Binary([0, 1, 1], -1, 2, 0);

        Metric.TopK(1).Measure(predictions).Should().Be(2.0 / 3);
        Metric.TopK(2).Measure(predictions).Should().Be(1);
    }

    [Fact]
    public void An_output_that_is_not_a_number_finds_nothing()
    {
        Metric.TopK(1).Measure(Predicted.Classes(3, [0, 1], [float.NaN, 1, 2], [float.NaN, 1, 0])).Should().Be(0);
    }

    [Fact]
    public void Log_loss_is_the_mean_of_minus_the_logarithm_of_the_labels_probability()
    {
        // probabilities ⅛ and ⅝ of labels 0 and 2
        Predictions softmax = Predicted.Classes(3, [0, 2], [0, MathF.Log(2), MathF.Log(5)], [7, 7 + MathF.Log(2), 7 + MathF.Log(5)]);
        Metric.LogLoss.Measure(softmax).Should().BeApproximately(-(Math.Log(0.125) + Math.Log(0.625)) / 2, 1e-6);

        // σ(log 3) = ¾
        Metric.LogLoss.Measure(Predicted.Binary([1, 0], MathF.Log(3), MathF.Log(3)))
            .Should().BeApproximately(-(Math.Log(0.75) + Math.Log(0.25)) / 2, Close);
    }

    [Fact]
    public void Log_loss_is_finite_where_a_probability_rounds_to_0()
    {
        Metric.LogLoss.Measure(Predicted.Classes(3, [1], [2000, -1000, 0])).Should().Be(3000);
        Metric.LogLoss.Measure(Predicted.Binary([0, 1], 1000, -3000)).Should().Be(2000);
    }

    [Fact]
    public void Metrics_have_lower_case_names_and_know_which_way_is_better()
    {
        Metric[] rising =
            [Metric.Accuracy, Metric.MacroPrecision, Metric.MacroRecall, Metric.MacroF1, Metric.TopK(5), Metric.RocAuc, Metric.R2];
        Metric[] falling = [Metric.LogLoss, Metric.RootMeanSquaredError, Metric.MeanAbsoluteError];

        rising.Select(metric => metric.Name)
            .Should().Equal("accuracy", "macro precision", "macro recall", "macro f1", "top-5", "roc auc", "r2");
        falling.Select(metric => metric.Name).Should().Equal("log loss", "rmse", "mae");
        rising.Should().OnlyContain(metric => metric.HigherIsBetter);
        falling.Should().NotContain(metric => metric.HigherIsBetter);
    }
}
