using ResNet.Tests.Kernels;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Training;

/// <summary>A fit may run each step on another number of lanes, as other programs come and go: the bits are the same.</summary>
[Collection(RunsAlone.Name)]
public class GivenLanesTests
{
    private const int Most = 8;
    private const int Inputs = 20;
    private const int Outputs = 3;
    private const int Samples = 100 + 40;
    private const int Epochs = 20;

    [Theory]
    [InlineData(Normalization.None, 0)]
    [InlineData(Normalization.Batch, 0)]
    [InlineData(Normalization.Layer, 0)]
    [InlineData(Normalization.None, 0.3f)]
    [InlineData(Normalization.Batch, 0.3f)]
    public void Any_number_of_lanes_at_any_step_gives_the_same_bits(Normalization normalization, float dropout)
    {
        foreach (float? clipNorm in new float?[] { null, 0.1f })
        {
            int[] alone = Trained(normalization, dropout, clipNorm, lanes: () => 1);
            for (int seed = 0; seed < 3; seed++)
            {
                var random = new Random(seed);
                int[] mixed = Trained(normalization, dropout, clipNorm, lanes: () => random.Next(1, Most + 1));
                mixed.AsSpan().SequenceEqual(alone).Should().BeTrue("seed {0}, clipping to {1}", seed, clipNorm);
            }
        }
    }

    private static int[] Trained(Normalization normalization, float dropout, float? clipNorm, Func<int> lanes)
    {
        Network network = Network.Create(Inputs).WithNormalization(normalization).WithDropout(dropout)
            .AddLayer(70).AddResidualBlocks(2, block => block.WithZeroBranch(false)).AddOutput(Outputs).Build(seed: 3);
        var options = new TrainerOptions
        {
            Loss = Loss.MeanSquaredError, Optimizer = new Adam(1e-3f), ClipNorm = clipNorm, BatchSize = 100, Threads = Most,
        };
        var data = Dataset.ForRegression(NormalBatch.Of(Inputs, Samples), NormalBatch.Of(Outputs, Samples, seed: 2));
        var state = new OptimizerState(network.Parameters, options.Optimizer);
        var step = new TrainingStep(network, data, options, state) { GivenLanes = lanes };
        for (int number = 0; number < Epochs * step.Batches; number++) step.Take(number % step.Batches, rate: 1e-3f, draw: number);
        return Bits.Of(network);
    }
}
