using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tests.Data;

/// <summary>The batches of an epoch, for loops of one's own.</summary>
public class DatasetBatchesTests
{
    private static readonly Matrix<float> inputs = Matrix<float>.Build.Dense(2, 9, (i, j) => 10 * i + j);
    private static readonly Dataset data = Dataset.ForClassification(inputs, [0, 1, 2, 0, 1, 2, 0, 1, 2], classes: 3);

    [Fact]
    public void They_have_every_sample_once_with_its_label_and_weight()
    {
        Dataset weighted = data.WithWeights([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        Dataset[] batches = [.. weighted.Batches(size: 4, epoch: 1)];
        batches.Select(batch => batch.Count).Should().Equal(4, 4, 1);
        float[] samples = [.. batches.SelectMany(batch => batch.Inputs.Row(0))];
        samples.Order().Should().Equal(0, 1, 2, 3, 4, 5, 6, 7, 8);
        batches.SelectMany(batch => batch.Labels!).Should().Equal(samples.Select(sample => (int)sample % 3));
        batches.SelectMany(batch => batch.Weights!).Should().Equal(samples.Select(sample => sample + 1));
        batches.Should().OnlyContain(batch => batch.Classes == 3);
    }

    [Fact]
    public void Seed_and_epoch_fix_the_order()
    {
        Order(epoch: 1, seed: 0).Should().Equal(Order(epoch: 1, seed: 0));
        Order(epoch: 1, seed: 0).Should().NotEqual(Order(epoch: 2, seed: 0));
        Order(epoch: 1, seed: 0).Should().NotEqual(Order(epoch: 1, seed: 1));

        static IEnumerable<float> Order(int epoch, int seed) => data.Batches(size: 2, epoch, seed).SelectMany(batch => batch.Inputs.Row(0));
    }

    [Fact]
    public void A_last_single_sample_joins_the_batch_before_it_if_asked_to() =>
        data.Batches(size: 4, epoch: 1, joinsSingle: true).Select(batch => batch.Count).Should().Equal(4, 5);

    [Fact]
    public void A_batch_whose_weights_are_all_0_is_a_batch_all_the_same()
    {
        Dataset weighted = data.WithWeights([1, 0, 0, 0, 0, 0, 0, 0, 0]);
        Dataset[] batches = [.. weighted.Batches(size: 3, epoch: 1)];
        batches.Select(batch => batch.Weights!.Sum()).Order().Should().Equal(0, 0, 1);
        foreach (Dataset batch in batches)
        {
            (double mean, Matrix<float> gradient) = Loss.SoftmaxCrossEntropy.OfBatch(Matrix<float>.Build.Dense(3, 3), batch);
            mean.Should().BeApproximately(batch.Weights!.Sum() > 0 ? Math.Log(3) : 0, 1e-6);
            gradient.Enumerate().Count(value => value != 0).Should().Be(batch.Weights!.Sum() > 0 ? 3 : 0);
        }
    }

    [Theory]
    [InlineData(0, 1, "size")]
    [InlineData(1, 0, "epoch")]
    public void Neither_size_nor_epoch_is_below_1(int size, int epoch, string parameter) =>
        data.Invoking(d => d.Batches(size, epoch)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName(parameter);
}
