using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tests.Data;

/// <summary>A data set prints its size and what it is for.</summary>
public class DatasetTextTests
{
    [Fact]
    public void A_data_set_prints_its_size_and_what_is_to_be_learned()
    {
        Dataset.ForClassification(Inputs(784, 1200), [.. Enumerable.Range(0, 1200).Select(i => i % 10)], 10).ToString()
            .Should().Be("1,200 samples of 784 features, 10 classes");
        Dataset.ForRegression(Inputs(3, 40), Inputs(2, 40)).ToString().Should().Be("40 samples of 3 features, 2 targets");
        Dataset.ForRegression(Inputs(1, 1), Inputs(1, 1)).ToString().Should().Be("1 sample of 1 feature, 1 target");
        Dataset.ForMultiLabel(Inputs(2, 3), [[0], [], [0, 4]], 5).ToString().Should().Be("3 samples of 2 features, any of 5 classes each");
    }

    [Fact]
    public void Weights_are_mentioned() => Dataset.ForClassification(Inputs(2, 2), [0, 1], 2).WithWeights([1, 2]).ToString()
        .Should().Be("2 samples of 2 features, 2 classes, weighted");

    [Fact]
    public void The_parts_of_a_split_print_too()
    {
        Dataset data = Dataset.ForMultiLabel(Inputs(2, 4), [[0], [], [0, 1], [1]], 2).WithWeights([1, 1, 1, 1]);
        (Dataset training, Dataset heldOut) = data.Split(0.25);
        training.ToString().Should().Be("3 samples of 2 features, any of 2 classes each, weighted");
        heldOut.ToString().Should().Be("1 sample of 2 features, any of 2 classes each, weighted");
    }

    [Fact]
    public void Counts_print_alike_on_every_machine()
    {
        Dataset data = Dataset.ForRegression(Inputs(2000, 1000), Inputs(1500, 1000));
        data.ToString().Should().Be("1,000 samples of 2,000 features, 1,500 targets");
        ForeignCulture.In(data.ToString).Should().Be(data.ToString());
    }

    private static Matrix<float> Inputs(int features, int samples) => Matrix<float>.Build.Dense(features, samples, 1);
}
