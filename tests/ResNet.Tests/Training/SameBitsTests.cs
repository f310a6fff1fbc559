using FsCheck.Xunit;
using ResNet.Tests.Kernels;
using ResNet.Tests.Layers;
using ResNet.Tests.Networks;

namespace ResNet.Tests.Training;

/// <summary>Same seed, same bits, whatever the number of threads.</summary>
[Collection(RunsAlone.Name)]
[Properties(Arbitrary = [typeof(RandomCases)], MaxTest = 15)]
public class SameBitsTests
{
    [Property]
    public void Training_gives_the_same_bits_on_any_number_of_threads(RandomCase drawn)
    {
        int[] alone = Trained(drawn, threads: 1);
        foreach (int threads in new[] { 2, 3, 8 }) Trained(drawn, threads).Should().Equal(alone, "{0} threads", threads);
    }

    [Property]
    public void The_same_seed_gives_the_same_bits(RandomCase drawn) =>
        Trained(drawn, threads: 2).Should().Equal(Trained(drawn, threads: 2));

    [Theory]
    [InlineData(Normalization.None)]
    [InlineData(Normalization.Batch)]
    [InlineData(Normalization.Layer)]
    public void Large_batches_give_the_same_bits_on_eight_lanes(Normalization normalization)
    {
        int[][] bits = [.. new[] { 1, 2, 3, 8 }.Select(threads =>
        {
            Network network = Network.Create(20).WithNormalization(normalization).AddLayer(37).AddResidualBlocks(2)
                .AddResidualBlock(50).AddOutput(3).Build(seed: 3);
            var options = new TrainerOptions { Loss = Loss.MeanSquaredError, BatchSize = 100, Epochs = 2, Threads = threads };
            new Trainer(network, options).Fit(Dataset.ForRegression(NormalBatch.Of(20, 170), NormalBatch.Of(3, 170)));
            return Bits.Of(network);
        })];
        for (int i = 1; i < bits.Length; i++) bits[i].Should().Equal(bits[0]);
    }

    [Theory]
    [InlineData(Normalization.None)]
    [InlineData(Normalization.Batch)]
    [InlineData(Normalization.Layer)]
    public void Scaled_and_half_frozen_networks_give_the_same_bits_and_metrics_on_eight_lanes(Normalization normalization)
    {
        Dataset data = SkewedData.Of(170);
        (int[] Bits, double[] Measured)[] fits = [.. new[] { 1, 2, 3, 8 }.Select(threads =>
        {
            Network network = Network.Create(3).WithNormalization(normalization).AddLayer(37).AddResidualBlocks(3).AddOutput(2)
                .Build(seed: 3);
            network.Standardize(data);
            network.Freeze(2);
            TrainingHistory history = new Trainer(network, new TrainerOptions
            {
                Loss = Loss.MeanSquaredError, BatchSize = 100, Epochs = 2, Threads = threads, ClipNorm = 1, Metrics = [Metric.R2],
            }).Fit(data, data);
            return (Bits.Of(network),
                history.Epochs.SelectMany(epoch => new[] { epoch.Metrics["r2"], epoch.Validation!.Metrics["r2"] }).ToArray());
        })];
        foreach ((int[] bits, double[] measured) in fits[1..])
        {
            bits.Should().Equal(fits[0].Bits);
            measured.Should().Equal(fits[0].Measured);
        }
    }

    private static int[] Trained(RandomCase drawn, int threads)
    {
        Network network = drawn.Network();
        new Trainer(network, new TrainerOptions
        {
            Loss = Loss.MeanSquaredError,
            Optimizer = new Adam(1e-3f),
            ClipNorm = 1,
            Threads = threads,
            BatchSize = 2 + drawn.Seed % 39,
            Epochs = 2,
            Seed = drawn.Seed,
        }).Fit(drawn.Data);
        return Bits.Of(network);
    }
}
