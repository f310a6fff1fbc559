using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tests.Training.Metrics;

public class PredictionsTests
{
    [Fact]
    public void The_class_is_that_of_the_largest_output_and_the_first_of_several()
    {
        Predictions predictions = Predicted.Classes(3, [0, 0, 0], [1, 3, 2], [-5, -7, -5], [0, 4, 4]);

        Decisions(predictions).Should().Equal(1, 0, 1);
    }

    [Fact]
    public void Equal_outputs_of_many_classes_give_the_first()
    {
        Predicted.Classes(37, [0], new float[37]).ClassOf(0).Should().Be(0);
    }

    [Fact]
    public void On_one_output_the_class_is_1_above_0()
    {
        Decisions(Predicted.Binary([0, 0, 0, 0], -1, 0, -0f, 1e-20f)).Should().Equal(0, 0, 0, 1);
    }

    [Fact]
    public void Probabilities_are_the_softmax_of_the_outputs()
    {
        Predictions predictions = Predicted.Classes(3, [0, 0], [0, MathF.Log(2), MathF.Log(5)], [1000, 1000, -1000]);

        ShouldBeClose(predictions.Probabilities(0), 0.125, 0.25, 0.625);
        ShouldBeClose(predictions.Probabilities(1), 0.5, 0.5, 0);
    }

    [Fact]
    public void On_one_output_probabilities_are_those_of_the_logistic_function()
    {
        Predictions predictions = Predicted.Binary([0, 0, 0], MathF.Log(3), -1000, 1000);

        ShouldBeClose(predictions.Probabilities(0), 0.25, 0.75); // σ(log 3) = 3/4
        predictions.Probabilities(1).Should().Equal(1, 0);
        predictions.Probabilities(2).Should().Equal(0, 1);
    }

    [Fact]
    public void Outputs_need_not_be_dense()
    {
        Matrix<float> sparse = Matrix<float>.Build.SparseOfArray(new float[,] { { 1, 0 }, { 0, 2 } });
        Dataset data = Dataset.ForClassification(Matrix<float>.Build.Dense(1, 2), [0, 0], 2);

        Decisions(new Predictions(sparse, data)).Should().Equal(0, 1);
    }

    [Theory]
    [InlineData(3, 1, "3 classes need 3 outputs, but there are 1.*")]
    [InlineData(3, 4, "3 classes need 3 outputs, but there are 4.*")]
    [InlineData(2, 3, "2 classes need 1 or 2 outputs, but there are 3.*")]
    public void Outputs_must_fit_the_classes(int classes, int outputs, string message)
    {
        Action make = () => Predicted.Classes(classes, [0], new float[outputs]);

        make.Should().Throw<ArgumentException>().WithParameterName(nameof(outputs)).WithMessage(message);
    }

    [Fact]
    public void Outputs_must_fit_the_targets_and_the_samples()
    {
        Action[] makes = [() => Predicted.Values([[1, 2]], [1, 2, 3]), () => Predicted.Values([[1], [2]], [1f])];

        makes[0].Should().Throw<ArgumentException>().WithParameterName("outputs")
            .WithMessage("The targets have 2 rows, but there are 3 outputs.*");
        makes[1].Should().Throw<ArgumentException>().WithParameterName("outputs")
            .WithMessage("There are outputs for 1 samples, but the data has 2.*");
    }

    [Fact]
    public void There_is_no_class_without_classes()
    {
        Predictions predictions = Predicted.Values([[1, 2]], [1, 2]);

        predictions.Invoking(p => p.ClassOf(0)).Should().Throw<InvalidOperationException>().WithMessage("There are no classes*");
        predictions.Invoking(p => p.Probabilities(0)).Should().Throw<InvalidOperationException>();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void There_is_no_class_of_a_sample_that_is_not_there(int sample)
    {
        Predictions predictions = Predicted.Binary([0, 1], 1, 2);

        predictions.Invoking(p => p.ClassOf(sample)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(sample));
    }

    private static IEnumerable<int> Decisions(Predictions predictions) =>
        Enumerable.Range(0, predictions.Data.Count).Select(predictions.ClassOf);

    private static void ShouldBeClose(double[] values, params double[] expected) =>
        values.Should().Equal(expected, (value, other) => Math.Abs(value - other) < 1e-7);
}
