using ResNet.Tests.Blocks;
using ResNet.Tests.Kernels;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Training;

/// <summary>
/// The weights after twenty steps are the same bits on any number of threads. A fit takes no more lanes than its largest
/// batch has eights of samples, so that a small batch follows a large one here and finds eight lanes there.
/// </summary>
[Collection(RunsAlone.Name)]
public class LaneBitsTests
{
    private const int Inputs = 20;
    private const int Outputs = 3;
    private const int Steps = 20;
    private const int EnoughForEightLanes = 64;

    private static readonly int[] threadCounts = [1, 2, 3, 8];
    private static readonly int[] widths = [2, 7, 33, 100];

    [Theory]
    [MemberData(nameof(BlockForms.All), MemberType = typeof(BlockForms))]
    public void Small_batches_and_narrow_layers_give_the_same_bits(BlockOrder order, Normalization normalization)
    {
        (int BatchSize, int Last)[] batches =
        [
            (EnoughForEightLanes, 2), (EnoughForEightLanes, 7), (EnoughForEightLanes, 33), (100, 100),
            .. normalization == Normalization.Batch ? [] : new[] { (EnoughForEightLanes, 1) },
        ];
        for (int i = 0; i < widths.Length; i++)
        {
            // every width and every batch is met with clipping and without
            for (int j = 0; j < batches.Length; j++) ShouldBeTheSame(order, normalization, widths[i], batches[j], clips: (i + j) % 2 == 0);
        }
    }

    [Theory]
    [MemberData(nameof(BlockForms.All), MemberType = typeof(BlockForms))]
    public void Batches_of_more_samples_than_an_update_takes_at_once_give_the_same_bits(BlockOrder order, Normalization normalization)
    {
        foreach (bool clips in new[] { false, true }) ShouldBeTheSame(order, normalization, width: 70, (300, 40), clips);
    }

    [Theory]
    [MemberData(nameof(BlockForms.All), MemberType = typeof(BlockForms))]
    public void Dropout_and_stochastic_depth_give_the_same_bits(BlockOrder order, Normalization normalization)
    {
        int[][] bits = [.. new[] { 1, 4 }.Select(threads =>
        {
            Network network = Network.Create(Inputs).WithOrder(order).WithNormalization(normalization).WithDropout(0.3f)
                .WithStochasticDepth(0.5f)
                .AddLayer(33).AddPlainBlock(20).AddResidualBlocks(2, block => block.WithZeroBranch(false))
                .AddResidualBlock(20, block => block.WithBranchFactor(BranchFactor.Learned)).AddOutput(Outputs).Build(seed: 3);
            var options = new TrainerOptions { Loss = Loss.Huber, BatchSize = EnoughForEightLanes, Epochs = 5, Threads = threads };
            const int Samples = EnoughForEightLanes + 33;
            new Trainer(network, options)
                .Fit(Dataset.ForRegression(NormalBatch.Of(Inputs, Samples), NormalBatch.Of(Outputs, Samples, seed: 2)));
            return Bits.Of(network);
        })];
        bits[1].Should().Equal(bits[0]);
    }

    /// <summary>Epochs of two batches, the last of which may be of another size.</summary>
    private static void ShouldBeTheSame(BlockOrder order, Normalization normalization, int width, (int Size, int Last) batches, bool clips)
    {
        int[][] bits = [.. threadCounts.Select(threads => Trained(order, normalization, width, batches, clips, threads))];
        for (int i = 1; i < bits.Length; i++)
        {
            bits[i].AsSpan().SequenceEqual(bits[0]).Should().BeTrue(
                "{0} threads train width {1} on batches of {2}, clipping: {3}", threadCounts[i], width, batches, clips);
        }
    }

    private static int[] Trained(
        BlockOrder order, Normalization normalization, int width, (int Size, int Last) batches, bool clips, int threads)
    {
        Network network = Network.Create(Inputs).WithOrder(order).WithNormalization(normalization)
            .AddLayer(width).AddResidualBlock(width, block => block.WithZeroBranch(false)).AddOutput(Outputs).Build(seed: 3);
        var options = new TrainerOptions
        {
            Loss = Loss.MeanSquaredError,
            Optimizer = new Adam(1e-3f),
            BatchSize = batches.Size,
            Epochs = Steps / 2,
            ClipNorm = clips ? 0.1f : null,
            Threads = threads,
        };
        int samples = batches.Size + batches.Last;
        new Trainer(network, options)
            .Fit(Dataset.ForRegression(NormalBatch.Of(Inputs, samples), NormalBatch.Of(Outputs, samples, seed: 2)));
        return Bits.Of(network);
    }
}
