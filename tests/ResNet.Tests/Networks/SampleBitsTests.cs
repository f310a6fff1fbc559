using ResNet.Tests.Blocks;
using ResNet.Tests.Kernels;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Networks;

/// <summary>A sample's prediction is the same bits alone, in any batch, at any place in it and on any number of threads.</summary>
[Collection(RunsAlone.Name)]
public class SampleBitsTests
{
    /// <summary>The mean matrix from which on threads share the rows of a product for fewer than eight samples.</summary>
    private const int WorthSplitting = 32768;

    private const int Inputs = 20;
    private const int Outputs = 3;
    private const int Samples = 700;

    /// <summary>Up to the largest and back again, when a plan for more samples than there are is at hand.</summary>
    private static readonly int[] counts = [1, 2, 7, 8, 33, 257, 300, 7, 1];

    [Theory]
    [MemberData(nameof(BlockForms.All), MemberType = typeof(BlockForms))]
    public void In_a_narrow_network_a_sample_has_the_same_bits_everywhere(BlockOrder order, Normalization normalization)
    {
        MeanMatrix(order, normalization, width: 37).Should().BeLessThan(WorthSplitting);
        ShouldHaveTheSameBitsEverywhere(order, normalization, width: 37);
    }

    [Theory]
    [MemberData(nameof(BlockForms.All), MemberType = typeof(BlockForms))]
    public void In_a_network_whose_rows_the_threads_share_a_sample_has_the_same_bits_everywhere(
        BlockOrder order, Normalization normalization)
    {
        // normalizations, activations and additions count in the mean as matrices of no values
        int width = normalization == Normalization.None ? 256 : 420;
        MeanMatrix(order, normalization, width).Should().BeGreaterThanOrEqualTo(WorthSplitting);
        ShouldHaveTheSameBitsEverywhere(order, normalization, width);
    }

    private static void ShouldHaveTheSameBitsEverywhere(BlockOrder order, Normalization normalization, int width)
    {
        float[] input = NormalBatch.Of(Inputs, Samples, seed: 2).ToColumnMajorArray();
        int[] whole = Predicted(Build(order, normalization, width), input, threads: 1);
        Network network = Build(order, normalization, width);
        foreach (int count in counts)
        {
            foreach (int threads in new[] { 1, 2, 3, 8 })
            {
                foreach (int first in new[] { 0, 123, Samples - count })
                {
                    int[] part = Predicted(network, input[(first * Inputs)..((first + count) * Inputs)], threads);
                    part.AsSpan().SequenceEqual(whole.AsSpan(first * Outputs, count * Outputs)).Should().BeTrue(
                        "{0} samples from number {1} on are predicted on {2} threads", count, first, threads);
                }
            }
        }
    }

    private static int[] Predicted(Network network, float[] input, int threads)
    {
        float[] output = new float[input.Length / Inputs * Outputs];
        network.PredictInto(input, input.Length / Inputs, output, threads);
        return Bits.Of(output);
    }

    private static double MeanMatrix(BlockOrder order, Normalization normalization, int width) =>
        Plan.ForInference(new(Inputs), Build(order, normalization, width).Wire, capacity: 1, lanes: 1).MeanMatrix;

    /// <summary>With running statistics other than 0 and 1.</summary>
    private static Network Build(BlockOrder order, Normalization normalization, int width)
    {
        Network network = Network.Create(Inputs).WithOrder(order).WithNormalization(normalization)
            .AddLayer(width).AddResidualBlocks(3, block => block.WithZeroBranch(false)).AddOutput(Outputs).Build(seed: 3);
        network.Forward(NormalBatch.Of(Inputs, 30));
        return network;
    }
}
