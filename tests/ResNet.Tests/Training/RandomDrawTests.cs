using ResNet.Tests.Layers;

namespace ResNet.Tests.Training;

/// <summary>Dropout and stochastic depth draw anew in every step, and not at all in what is frozen.</summary>
public class RandomDrawTests
{
    private static readonly Dataset data = Dataset.ForRegression(NormalBatch.Of(4, 30), NormalBatch.Of(2, 30, seed: 2));

    public static TheoryData<float, float> Kinds => new() { { 0.5f, 1 }, { 0, 0.3f } };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_step_of_every_fit_draws_anew(float dropout, float survival)
    {
        Trainer trainer = TrainerOf(Build(dropout, survival));
        double[] losses = [.. Losses(trainer), .. Losses(trainer)];
        losses.Should().OnlyHaveUniqueItems();
        losses.Max().Should().BeGreaterThan(losses.Min() * 1.001, "the draws make a difference");

        double[] still = Losses(TrainerOf(Build(dropout: 0, survival: 1)));
        still.Max().Should().BeApproximately(still.Min(), 1e-6, "but for them nothing changes from step to step");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_seed_of_the_options_fixes_the_draws(float dropout, float survival)
    {
        double[] losses = Losses(TrainerOf(Build(dropout, survival)));
        Losses(TrainerOf(Build(dropout, survival))).Should().Equal(losses);
        Losses(TrainerOf(Build(dropout, survival), seed: 1)).Should().NotIntersectWith(losses);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Frozen_blocks_draw_nothing(float dropout, float survival)
    {
        Network network = Build(dropout, survival);
        network.Freeze(network.Blocks.Count);
        Trainer trainer = TrainerOf(network);
        double expected = trainer.Evaluate(data).Loss;
        Losses(trainer).Should().OnlyContain(loss => Math.Abs(loss - expected) < 1e-6);
    }

    /// <summary>Of epochs of a single step, each of which changes next to nothing.</summary>
    private static double[] Losses(Trainer trainer) => [.. trainer.Fit(data).Epochs.Select(epoch => epoch.Loss)];

    private static Trainer TrainerOf(Network network, int seed = 0) => new(network, new TrainerOptions
    {
        Loss = Loss.MeanSquaredError, Optimizer = new Sgd(1e-20f), Epochs = 3, BatchSize = data.Count, Seed = seed,
    });

    private static Network Build(float dropout, float survival) => Network.Create(4).WithDropout(dropout).WithStochasticDepth(survival)
        .AddLayer(6).AddResidualBlocks(3, block => block.WithZeroBranch(false)).AddOutput(2).Build(seed: 1);
}
