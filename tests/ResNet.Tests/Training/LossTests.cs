using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Layers;
using ResNet.Tests.Networks;
using ResNet.Tests.Reference;

namespace ResNet.Tests.Training;

public class LossTests
{
    private const int Outputs = 4;
    private const int Samples = 7;

    [Theory]
    [InlineData("softmax_cross_entropy", 1)]
    [InlineData("softmax_cross_entropy", 30)]
    [InlineData("mean_squared_error", 1)]
    [InlineData("mean_squared_error", 30)]
    [InlineData("binary_cross_entropy", 1)]
    [InlineData("binary_cross_entropy", 30)]
    public void Value_and_gradient_are_those_of_the_reference(string kind, int size)
    {
        Matrix<float> logits = size * NormalBatch.Of(Outputs, Samples);
        double[][] targets = TargetsOf(kind);
        var loss = MeanLoss.Of(ArchitectureNetwork.LossOf(kind), DataOf(kind, targets), logits);

        Tape tape = new();
        Scalar[][] z = [.. logits.EnumerateColumns().Select(column => tape.Variables([.. column.Select(value => (double)value)]))];
        Scalar expected = ReferenceLoss.Of(kind, z, targets);
        loss.Value.Should().BeApproximately(expected.Value, 2e-6 * Math.Max(1, expected.Value));
        double[] gradient = [.. tape.DerivativesOf(expected).By(z).SelectMany(row => row)];
        loss.Gradient.ToColumnMajorArray().Should().Equal(
            gradient, (actual, derivative) => Math.Abs(actual - derivative) <= 1e-6 * Math.Max(0.1, gradient.Max(Math.Abs)));
    }

    [Theory]
    [InlineData(1e4f)]
    [InlineData(-1e4f)]
    [InlineData(1e30f)]
    public void Softmax_of_huge_logits_stays_finite(float size)
    {
        Dataset data = DataOf("softmax_cross_entropy", ReferenceLoss.OneHot([1], 3));
        float[] gradient = new float[3];
        float loss = Loss.SoftmaxCrossEntropy.OfSample([size, 0, -size], data.TargetOf(0), gradient);
        loss.Should().Be(Math.Abs(size));
        gradient.Should().Equal(size > 0 ? [1, -1, 0] : [0, -1, 1]);
    }

    [Fact]
    public void Softmax_does_not_see_what_is_added_to_all_logits()
    {
        Dataset data = DataOf("softmax_cross_entropy", ReferenceLoss.OneHot([2], 3));
        float near = Loss.SoftmaxCrossEntropy.OfSample([1, 2, 3], data.TargetOf(0), []);
        Loss.SoftmaxCrossEntropy.OfSample([10001, 10002, 10003], data.TargetOf(0), []).Should().Be(near);
    }

    [Theory]
    [InlineData(1e4f)]
    [InlineData(-1e4f)]
    public void Binary_cross_entropy_of_huge_logits_stays_finite(float logit)
    {
        foreach (double target in new[] { 0.0, 1.0 })
        {
            float[] gradient = new float[1];
            float loss = Loss.BinaryCrossEntropy.OfSample([logit], DataOf("binary_cross_entropy", [[target]]).TargetOf(0), gradient);
            loss.Should().Be(logit > 0 == target > 0 ? 0 : Math.Abs(logit));
            gradient.Should().Equal((logit > 0 ? 1 : 0) - (float)target);
        }
    }

    [Fact]
    public void Binary_cross_entropy_takes_two_classes_on_one_output()
    {
        Matrix<float> logits = NormalBatch.Of(1, 3);
        var labels = Dataset.ForClassification(logits, [0, 1, 1], classes: 2);
        Dataset targets = DataOf("binary_cross_entropy", [[0], [1], [1]]);
        var ofLabels = MeanLoss.Of(Loss.BinaryCrossEntropy, labels, logits);
        ofLabels.Value.Should().Be(MeanLoss.Of(Loss.BinaryCrossEntropy, targets, logits).Value);
        ofLabels.Gradient.Should().Be(MeanLoss.Of(Loss.BinaryCrossEntropy, targets, logits).Gradient);
    }

    [Fact]
    public void The_error_counts_samples_on_the_wrong_side()
    {
        Dataset labels = DataOf("softmax_cross_entropy", ReferenceLoss.OneHot([1], 3));
        Loss.SoftmaxCrossEntropy.IsWrong([1, 2, 0], labels.TargetOf(0)).Should().BeFalse();
        Loss.SoftmaxCrossEntropy.IsWrong([3, 2, 0], labels.TargetOf(0)).Should().BeTrue();
        Dataset yesAndNo = DataOf("binary_cross_entropy", [[1, 0]]);
        Loss.BinaryCrossEntropy.IsWrong([0.1f, -0.1f], yesAndNo.TargetOf(0)).Should().BeFalse();
        Loss.BinaryCrossEntropy.IsWrong([0.1f, 0.1f], yesAndNo.TargetOf(0)).Should().BeTrue();
        Loss.MeanSquaredError.IsWrong([1, 0], yesAndNo.TargetOf(0)).Should().BeNull();
    }

    private static double[][] TargetsOf(string kind)
    {
        Random random = new(3);
        return kind switch
        {
            "softmax_cross_entropy" => ReferenceLoss.OneHot([0, 1, 2, 3, 0, 1, 2], Outputs),
            _ => [.. Enumerable.Range(0, Samples)
                .Select(_ => Enumerable.Range(0, Outputs).Select(_ => (double)random.NextSingle()).ToArray())],
        };
    }

    private static Dataset DataOf(string kind, double[][] targets)
    {
        Matrix<float> inputs = NormalBatch.Of(2, targets.Length);
        Matrix<float> columns = Matrix<float>.Build.Dense(targets[0].Length, targets.Length, (i, j) => (float)targets[j][i]);
        return kind == "softmax_cross_entropy"
            ? Dataset.ForClassification(inputs, [.. targets.Select(row => Array.IndexOf(row, 1))], targets[0].Length)
            : Dataset.ForRegression(inputs, columns);
    }
}
