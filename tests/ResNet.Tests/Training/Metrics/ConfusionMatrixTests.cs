using FsCheck;
using FsCheck.Xunit;

namespace ResNet.Tests.Training.Metrics;

public class ConfusionMatrixTests
{
    /// <summary>Labels 0 0 0 1 1 2 taken for 0 0 1 1 3 0.</summary>
    private static ConfusionMatrix Six => ConfusionMatrix.Of([0, 0, 0, 1, 1, 2], [0, 0, 1, 1, 3, 0], classes: 4);

    [Fact]
    public void It_counts_labels_by_what_they_were_taken_for()
    {
        int[,] expected = { { 2, 1, 0, 0 }, { 0, 1, 0, 1 }, { 1, 0, 0, 0 }, { 0, 0, 0, 0 } };

        Six.Classes.Should().Be(4);
        Six.Count.Should().Be(6);
        for (int label = 0; label < 4; label++)
        {
            for (int predicted = 0; predicted < 4; predicted++) Six[label, predicted].Should().Be(expected[label, predicted]);
        }
    }

    [Fact]
    public void Shares_are_worked_out_for_each_class()
    {
        Classes(Six.Precision).Should().Equal(2.0 / 3, 0.5, 0, 0);
        Classes(Six.Recall).Should().Equal(2.0 / 3, 0.5, 0, 0);
        Six.Accuracy.Should().Be(0.5);
        Six.MacroF1.Should().BeApproximately((2.0 / 3 + 0.5) / 3, 1e-15);

        // 1 of the 3 taken for class 1 and the only one of it
        ConfusionMatrix four = ConfusionMatrix.Of([0, 0, 0, 1], [0, 1, 1, 1], classes: 2);
        four.Precision(1).Should().Be(1.0 / 3);
        four.Recall(1).Should().Be(1);
        four.Recall(0).Should().Be(1.0 / 3);
        four.F1(1).Should().Be(0.5); // 2·⅓/(1⅓)
    }

    [Fact]
    public void Predictions_are_counted_by_the_class_decided_on()
    {
        ConfusionMatrix matrix = ConfusionMatrix.Of(Predicted.Binary([0, 1, 1], 3, 4, -5));

        (matrix[0, 0], matrix[0, 1], matrix[1, 0], matrix[1, 1]).Should().Be((0, 1, 1, 1));
    }

    [Fact]
    public void It_reads_as_a_table()
    {
        ConfusionMatrix.Of([0, 0, 0, 1], [0, 1, 1, 1], classes: 2).ToString(["cat", "raccoon"]).ReplaceLineEndings("\n").Should().Be(
            """
            label    cat  raccoon  precision  recall     F1
            cat        1        2      1.000   0.333  0.500
            raccoon    0        1      0.333   1.000  0.500
            accuracy 0.500, macro F1 0.500, 4 samples
            """);
        ConfusionMatrix.Of([0, 1], [0, 1], classes: 2).ToString().ReplaceLineEndings("\n").Should().Be(
            """
            label  0  1  precision  recall     F1
            0      1  0      1.000   1.000  1.000
            1      0  1      1.000   1.000  1.000
            accuracy 1.000, macro F1 1.000, 2 samples
            """);
    }

    [Property]
    public void Its_counts_add_up(NonEmptyArray<(byte Label, byte Predicted)> samples)
    {
        int[] labels = [.. samples.Get.Select(sample => sample.Label % 5)];
        int[] predicted = [.. samples.Get.Select(sample => sample.Predicted % 5)];
        ConfusionMatrix matrix = ConfusionMatrix.Of(labels, predicted, classes: 5);

        for (int c = 0; c < 5; c++)
        {
            Enumerable.Range(0, 5).Sum(other => matrix[c, other]).Should().Be(labels.Count(label => label == c));
            Enumerable.Range(0, 5).Sum(other => matrix[other, c]).Should().Be(predicted.Count(decision => decision == c));
            double sum = matrix.Precision(c) + matrix.Recall(c);
            matrix.F1(c).Should().BeApproximately(sum == 0 ? 0 : 2 * matrix.Precision(c) * matrix.Recall(c) / sum, 1e-12);
        }

        matrix.Accuracy.Should().Be(labels.Zip(predicted, (label, decision) => label == decision ? 1.0 : 0).Average());
    }

    [Fact]
    public void What_cannot_be_counted_is_refused()
    {
        Refused<ArgumentOutOfRangeException>("classes", () => ConfusionMatrix.Of([0], [0], 1));
        Refused<ArgumentException>("labels", () => ConfusionMatrix.Of([], [], 2)).WithMessage("There are no samples.*");
        Refused<ArgumentException>("predicted", () => ConfusionMatrix.Of([0, 1], [0], 2))
            .WithMessage("There are 2 labels, but 1 predictions.*");
        Refused<ArgumentOutOfRangeException>("labels", () => ConfusionMatrix.Of([0, -1], [0, 1], 2))
            .WithMessage("Sample 1 has -1; with 2 classes a class is between 0 and 1.*");
        Refused<ArgumentOutOfRangeException>("predicted", () => ConfusionMatrix.Of([0], [2], 2));
        Refused<ArgumentException>("classNames", () => ConfusionMatrix.Of([0], [0], 2).ToString(["one"]))
            .WithMessage("There are 2 classes, but 1 names.*");
        Refused<ArgumentException>("predictions", () => ConfusionMatrix.Of(Predicted.Values([[1]], [1f])))
            .WithMessage("A confusion matrix needs class labels, but this data set has targets.*");
    }

    private static IEnumerable<double> Classes(Func<int, double> ofClass) => Enumerable.Range(0, 4).Select(ofClass);

    private static FluentAssertions.Specialized.ExceptionAssertions<TException> Refused<TException>(string parameter, Action act)
        where TException : ArgumentException => act.Should().ThrowExactly<TException>().WithParameterName(parameter);
}
