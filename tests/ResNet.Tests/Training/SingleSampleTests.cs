using ResNet.Tests.Layers;

namespace ResNet.Tests.Training;

/// <summary>Batch norm needs two samples.</summary>
public class SingleSampleTests
{
    [Fact]
    public void Forward_refuses_a_single_sample_before_batch_norm() =>
        Build(Normalization.Batch).Invoking(network => network.Forward(NormalBatch.Of(3, 1)))
            .Should().Throw<ArgumentException>().WithParameterName("input").WithMessage(
                "blocks.0.layers.0 has batch normalization, which needs at least 2 samples in training, but the input has 1.*");

    [Theory]
    [InlineData(1, 8)]
    [InlineData(8, 1)]
    public void Fit_refuses_batches_of_one_before_batch_norm(int samples, int batchSize) =>
        this.Invoking(_ => BatchesOf(Normalization.Batch, samples, batchSize))
            .Should().Throw<ArgumentException>().WithParameterName("training").WithMessage(
                $"Batch normalization needs at least 2 samples in a batch, but there are {samples} samples and the batch size is " +
                $"{batchSize}.*");

    [Theory]
    [InlineData(Normalization.None)]
    [InlineData(Normalization.Layer)]
    public void Without_batch_norm_one_sample_is_enough(Normalization normalization)
    {
        Build(normalization).Forward(NormalBatch.Of(3, 1)).Output.ColumnCount.Should().Be(1);
        BatchesOf(normalization, samples: 1, batchSize: 8).Should().Be(1);
        BatchesOf(normalization, samples: 3, batchSize: 1).Should().Be(3);
    }

    [Fact]
    public void Prediction_takes_one_sample_even_with_batch_norm() =>
        Build(Normalization.Batch).Predict(NormalBatch.Of(3, 1)).ColumnCount.Should().Be(1);

    [Theory]
    [InlineData(Normalization.Batch, 9, 2)]
    [InlineData(Normalization.Batch, 10, 3)]
    [InlineData(Normalization.Batch, 5, 1)]
    [InlineData(Normalization.None, 9, 3)]
    [InlineData(Normalization.Layer, 9, 3)]
    public void With_batch_norm_a_last_batch_of_one_joins_the_one_before(Normalization normalization, int samples, int batches) =>
        BatchesOf(normalization, samples, batchSize: 4).Should().Be(batches);

    private static Network Build(Normalization normalization) =>
        Network.Create(3).WithNormalization(normalization).AddLayer(4).AddOutput(2).Build();

    private static int BatchesOf(Normalization normalization, int samples, int batchSize)
    {
        int batches = 0;
        var progress = new Reports<TrainingProgress>(report => batches = report.Batches);
        var options = new TrainerOptions { Loss = Loss.MeanSquaredError, Epochs = 1, BatchSize = batchSize };
        new Trainer(Build(normalization), options).Fit(
            Dataset.ForRegression(NormalBatch.Of(3, samples), NormalBatch.Of(2, samples)), progress: progress);
        return batches;
    }
}
