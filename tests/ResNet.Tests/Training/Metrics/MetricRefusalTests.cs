using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tests.Training.Metrics;

public class MetricRefusalTests
{
    private static readonly Dataset threeClasses = Dataset.ForClassification(Matrix<float>.Build.Dense(1, 2), [0, 2], 3);
    private static readonly Dataset twoTargets = Dataset.ForRegression(Matrix<float>.Build.Dense(1, 2), Matrix<float>.Build.Dense(2, 2));

    public static TheoryData<string> OfClasses =>
        ["accuracy", "macro precision", "macro recall", "macro f1", "top-2", "log loss", "roc auc"];

    public static TheoryData<string> OfTargets => ["rmse", "mae", "r2"];

    [Theory]
    [MemberData(nameof(OfClasses))]
    public void A_metric_of_classes_refuses_targets(string name)
    {
        string why = $"The metric '{name}' cannot be used with this data: it needs one class label for each sample, " +
            "but this data set has targets.";

        Named(name).Invoking(metric => metric.Check(twoTargets, outputs: 2)).Should().Throw<ArgumentException>().WithMessage(why);
        Named(name).Invoking(metric => metric.Measure(Predicted.Values([[0, 1]], [0, 1]))).Should().Throw<ArgumentException>()
            .WithMessage(why);
    }

    [Theory]
    [MemberData(nameof(OfTargets))]
    public void A_metric_of_targets_refuses_classes(string name)
    {
        string why = $"The metric '{name}' cannot be used with this data: it needs targets, but this data set has class labels.";

        Named(name).Invoking(metric => metric.Check(threeClasses, outputs: 3)).Should().Throw<ArgumentException>().WithMessage(why);
        Named(name).Invoking(metric => metric.Measure(Predicted.Binary([0, 1], 0, 1))).Should().Throw<ArgumentException>().WithMessage(why);
    }

    [Theory]
    [MemberData(nameof(OfClasses))]
    [MemberData(nameof(OfTargets))]
    public void A_number_of_outputs_that_does_not_fit_is_refused(string name)
    {
        bool ofTargets = name is "rmse" or "mae" or "r2";
        Dataset data = ofTargets ? twoTargets : threeClasses;

        Named(name).Invoking(metric => metric.Check(data, outputs: ofTargets ? 2 : 3)).Should().NotThrow();
        Named(name).Invoking(metric => metric.Check(data, outputs: 1)).Should().Throw<ArgumentException>()
            .WithMessage($"The metric '{name}' cannot be used with this data: *");
    }

    [Fact]
    public void Top_k_needs_k_classes()
    {
        Metric.TopK(3).Check(threeClasses, outputs: 3);

        Action check = () => Metric.TopK(4).Check(threeClasses, outputs: 3);
        check.Should().Throw<ArgumentException>()
            .WithMessage("The metric 'top-4' cannot be used with this data: it needs 4 classes, but this data set has 3.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Top_k_needs_a_k(int k)
    {
        Action make = () => Metric.TopK(k);

        make.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(k));
    }

    private static Metric Named(string name) =>
        new[]
        {
            Metric.Accuracy, Metric.MacroPrecision, Metric.MacroRecall, Metric.MacroF1, Metric.TopK(2), Metric.LogLoss, Metric.RocAuc,
            Metric.RootMeanSquaredError, Metric.MeanAbsoluteError, Metric.R2,
        }
        .Single(metric => metric.Name == name);
}
