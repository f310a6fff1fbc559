using ResNet.Tests.Kernels;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Passes;

/// <summary>
/// On the way back a lane may be ahead of the others by as much as it can, and what it writes must not be what they still read.
/// </summary>
[Collection(RunsAlone.Name)]
public class DawdlingLanesTests
{
    private const int Width = 256;
    private const int Samples = 512;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Gradients_are_the_same_bits_whoever_dawdles(int lanes)
    {
        Network network = Network.Create(Width)
            .AddLayer(Width).AddResidualBlocks(6, block => block.WithZeroBranch(false)).AddOutput(3).Build(seed: 4);
        int[][] alone = Gradients(network, lanes: 1, KeptGradients.Instance);
        for (int every = 2; every <= 5; every++)
        {
            int[][] dawdled = Gradients(network, lanes, new Dawdling(every));
            for (int p = 0; p < alone.Length; p++)
            {
                dawdled[p].AsSpan().SequenceEqual(alone[p]).Should()
                    .BeTrue("{0}, a rest every {1} tasks", network.Parameters[p].Name, every);
            }
        }
    }

    private static int[][] Gradients(Network network, int lanes, GradientSink sink)
    {
        Plan plan = Plan.ForTraining(new(Width), network.WireTraining, Samples, lanes, wantsInputGradient: false);
        plan.Samples = Samples;
        plan.Input.Value = new ActivationBuffer(NormalBatch.Of(Width, Samples).ToColumnMajorArray(), new(Width));
        plan.RunForward(lanes);
        NormalBatch.Of(3, Samples, seed: 2).ToColumnMajorArray().CopyTo(plan.Output.Gradient.Samples(new Slice(0, Samples)));
        Workers.Run(lanes, lane =>
        {
            lane.Count.Should().Be(lanes);
            plan.Backward(lane, sink);
        });
        return [.. network.Parameters.Select(parameter => Bits.Of(parameter.Gradients))];
    }

    /// <summary>Whoever takes every so many a task rests before it does it.</summary>
    private sealed class Dawdling(int every) : GradientSink
    {
        private int taken;

        public override void Take(Parameter weight, in OuterProducts part)
        {
            if (Interlocked.Increment(ref taken) % every == 0) Thread.Sleep(10);
            KeptGradients.Instance.Take(weight, part);
        }

        public override void Take(Parameter parameter) => KeptGradients.Instance.Take(parameter);
    }
}
