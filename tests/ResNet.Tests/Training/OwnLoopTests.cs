using FsCheck.Xunit;
using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Kernels;
using ResNet.Tests.Layers;
using ResNet.Tests.Networks;

namespace ResNet.Tests.Training;

/// <summary>A training loop of one's own, written with what the library shows to everybody.</summary>
[Collection(RunsAlone.Name)]
[Properties(Arbitrary = [typeof(RandomCases)], MaxTest = 30)]
public class OwnLoopTests
{
    public static TheoryData<string> Names => Setups.Plain;

    [Theory]
    [MemberData(nameof(Names))]
    public void It_gives_the_bits_of_a_trainer(string name)
    {
        Setup setup = Setups.Named(name);
        TrainerOptions options = setup.With(null);
        Network own = setup.Network(), trained = setup.Network();
        TrainingHistory history = new Trainer(trained, options).Fit(setup.Training);
        double[] losses = Train(own, setup.Training, options);

        Bits.Of(own).Should().Equal(Bits.Of(trained));
        if (setup.Training.Weights is null)
        {
            losses.Should().Equal(history.Epochs.Select(epoch => epoch.Loss), (a, b) => Math.Abs(a - b) < 1e-12);
        }
    }

    [Property]
    public void It_gives_the_bits_of_a_trainer_for_random_networks(RandomCase drawn)
    {
        var options = new TrainerOptions
        {
            Loss = Loss.MeanSquaredError,
            Optimizer = drawn.Seed % 2 == 0 ? new Adam(1e-3f) : new MomentumWithTensors(1e-3f),
            ClipNorm = drawn.Seed % 3 == 0 ? 1 : null,
            BatchSize = 2 + drawn.Seed % 39,
            Epochs = 2,
            Seed = drawn.Seed,
        };
        Network own = drawn.Network(), trained = drawn.Network();
        new Trainer(trained, options).Fit(drawn.Data);
        Train(own, drawn.Data, options);
        Bits.Of(own).Should().Equal(Bits.Of(trained));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(700)]
    public void Batches_of_more_samples_than_a_product_takes_at_once_give_the_same_bits_too(int samples)
    {
        Dataset data = Dataset.ForRegression(NormalBatch.Of(20, samples), NormalBatch.Of(3, samples, seed: 2));
        TrainerOptions options = new()
        {
            Loss = Loss.MeanSquaredError, Optimizer = new Sgd(0.01f) { Momentum = 0.9f }, BatchSize = samples, Epochs = 3,
        };
        Network own = Build(), trained = Build();
        new Trainer(trained, options).Fit(data);
        Train(own, data, options);
        Bits.Of(own).Should().Equal(Bits.Of(trained));

        static Network Build() =>
            Network.Create(20).AddLayer(70).AddResidualBlocks(2, block => block.WithZeroBranch(false)).AddOutput(3).Build(seed: 3);
    }

    [Fact]
    public void A_block_alone_learns_by_its_own_steps()
    {
        Matrix<float> input = NormalBatch.Of(4, 32), wanted = NormalBatch.Of(4, 32, seed: 2);
        ResidualBlock block = ResidualBlock.Create(4, 4).WithZeroBranch(false).WithActivation(Activation.Tanh).Build(seed: 1);
        OptimizerSteps steps = new Adam(0.01f).For(block);
        double before = Error(), last = before;
        for (int i = 0; i < 200; i++)
        {
            ForwardPass pass = block.Forward(input, step: steps.Count);
            pass.Backward((pass.Output - wanted) / 32);
            steps.Step();
        }

        steps.Count.Should().Be(200);
        Error().Should().BeLessThan(0.8 * before);
        double Error() => (block.Predict(input) - wanted).L2Norm();
    }

    /// <summary>The loop of docs/training.md, with whatever a setup has.</summary>
    private static double[] Train(Network network, Dataset training, TrainerOptions options)
    {
        OptimizerSteps steps = options.Optimizer.For(network);
        List<double> losses = [];
        for (int epoch = 1; epoch <= options.Epochs; epoch++)
        {
            Dataset[] batches = [.. training.Batches(options.BatchSize, epoch, options.Seed, network.UsesBatchNorm)];
            double sum = 0;
            foreach (Dataset batch in batches)
            {
                double factor = options.Schedule.Factor(new TrainingTime(steps.Count, batches.Length, options.Epochs, []));
                ForwardPass pass = network.Forward(batch.Inputs, options.Seed, steps.Count);
                (double loss, Matrix<float> gradient) = options.Loss.OfBatch(pass.Output, batch, network.TargetStandardization);
                pass.Backward(gradient);
                steps.Step(factor, options.ClipNorm);
                sum += loss * batch.Count / training.Count;
            }

            losses.Add(sum);
        }

        return [.. losses];
    }
}
