using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tests.Data;

public class DatasetMultiLabelTests
{
    private static Matrix<float> Inputs => Matrix<float>.Build.Dense(2, 3, [1, 2, 3, 4, 5, 6]);

    [Fact]
    public void Targets_say_which_classes_a_sample_belongs_to()
    {
        Matrix<float> inputs = Inputs;

        Dataset data = Dataset.ForMultiLabel(inputs, [[0, 2], [], [1, 2, 1]], classes: 4);

        data.Targets.Should().Be(Matrix<float>.Build.DenseOfArray(new float[,] { { 1, 0, 0 }, { 0, 0, 1 }, { 1, 0, 1 }, { 0, 0, 0 } }));
        data.TargetOf(0).Values.ToArray().Should().Equal(1, 0, 1, 0);
        data.Inputs.Should().BeSameAs(inputs);
        data.Labels.Should().BeNull();
        data.Classes.Should().Be(0, "it is a data set for regression");
        data.Count.Should().Be(3);
    }

    [Fact]
    public void Binary_cross_entropy_takes_it()
    {
        Dataset data = Dataset.ForMultiLabel(Inputs, [[0], [], [1]], classes: 2);

        Loss.BinaryCrossEntropy.Invoking(loss => loss.Check(data, outputs: 2, nameof(data))).Should().NotThrow();
    }

    [Fact]
    public void Wrong_labels_are_refused()
    {
        Refused<ArgumentNullException>("inputs", () => Dataset.ForMultiLabel((Matrix<float>)null!, [[0]], 1));
        Refused<ArgumentNullException>("labels", () => Dataset.ForMultiLabel(Inputs, null!, 1));
        Refused<ArgumentOutOfRangeException>("classes", () => Dataset.ForMultiLabel(Inputs, [[], [], []], 0));
        Refused<ArgumentException>("labels", () => Dataset.ForMultiLabel(Inputs, [[], []], 1), "Expected 3 labels*there are 2.*");
        Refused<ArgumentException>("labels", () => Dataset.ForMultiLabel(Inputs, [[], null!, []], 1), "The labels of sample 1 are null.*");
        Refused<ArgumentOutOfRangeException>(
            "labels", () => Dataset.ForMultiLabel(Inputs, [[], [], [0, 2]], 2),
            "Label 2 is 2; with 2 classes a label is between 0 and 1.*");
        Refused<ArgumentOutOfRangeException>("labels", () => Dataset.ForMultiLabel(Inputs, [[-1], [], []], 2));
        Refused<ArgumentException>(
            "labels", () => Dataset.ForMultiLabel(Inputs, [[], [], []], int.MaxValue), "*3 samples of 2147483647 values*");
        Refused<ArgumentException>("inputs", () => Dataset.ForMultiLabel(Inputs * float.NaN, [[], [], []], 1), "Expected finite numbers*");
    }

    private static void Refused<TException>(string parameter, Action act, string message = "*")
        where TException : ArgumentException =>
        act.Should().ThrowExactly<TException>().WithParameterName(parameter).WithMessage(message);
}
