using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Layers;
using ResNet.Tests.Networks.Files;

namespace ResNet.Tests.Training;

/// <summary>The loop of a short fit of a network drawn over all that builders can be told.</summary>
internal static class AnyTrainingLoop
{
    public static TrainingLoop Of(int seed) => Of(seed, cancellation: default, progress: null);

    /// <summary>The bytes of a checkpoint amid its second epoch.</summary>
    public static byte[] CheckpointOf(int seed)
    {
        using CancellationTokenSource source = new();
        TrainingLoop loop = Of(seed, source.Token, new Reports<TrainingProgress>(report =>
        {
            if (report is { Epoch: 2, Batch: 1 }) source.Cancel();
        }));
        loop.Run().StopReason.Should().Be(StopReason.Cancelled);
        using var stream = new MemoryStream();
        loop.Write(stream);
        return stream.ToArray();
    }

    private static TrainingLoop Of(int seed, CancellationToken cancellation, IProgress<TrainingProgress>? progress)
    {
        Network network = AnyNetwork.Of(seed);
        Matrix<float> inputs = AnyNetwork.InputOf(network, seed);
        return TrainingLoops.Of(
            network, OptionsOf(seed), Dataset.ForRegression(inputs, NormalBatch.Of(network.Outputs, inputs.ColumnCount, seed + 1)), null,
            progress, cancellation);
    }

    private static TrainerOptions OptionsOf(int seed) => new()
    {
        Loss = Loss.MeanSquaredError,
        Optimizer = seed % 3 == 0 ? new Sgd(1e-4f) { Momentum = 0.9f } : new Adam(1e-4f),
        BatchSize = 2,
        Epochs = 2,
        EarlyStopping = seed % 2 == 0 ? new EarlyStopping() : null,
        Metrics = seed % 5 == 0 ? [Metric.R2] : [],
    };
}
