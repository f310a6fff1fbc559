using MathNet.Numerics.LinearAlgebra;
using ResNet.Tests.Kernels;
using ResNet.Tests.Layers;
using ResNet.Tests.Networks;

namespace ResNet.Tests.Training;

/// <summary>A loss that stops being finite ends the fit.</summary>
public class DivergenceTests
{
    [Fact]
    public void A_fit_that_diverges_says_where_and_leaves_the_weights_it_began_with()
    {
        Network network = Build();
        int[] before = Bits.Of(network);
        TrainingHistory history = Diverge(network, new Sgd(1e20f));

        history.StopReason.Should().Be(StopReason.Diverged);
        history.Divergence!.Epoch.Should().Be(1);
        history.Divergence.Batch.Should().Be(2, "the first batch's step breaks the second batch");
        history.Divergence.Place.Should().Be("blocks.1.layers.1", "the first layer is only huge");
        history.Divergence.ToString().Should().Be(
            "The fit diverged in epoch 1, batch 2: the first values that are not finite are in blocks.1.layers.1.");
        history.Epochs.Should().BeEmpty();
        Bits.Of(network).Should().Equal(before);
    }

    [Fact]
    public void The_weights_of_the_last_epoch_that_ended_well_come_back()
    {
        Network network = Build();
        int[] atTheEnd = [];
        TrainingHistory history = Diverge(network, new Sgd(1e-4f), report =>
        {
            if (report is { Epoch: 2, Batch: 3 }) atTheEnd = Bits.Of(network);
            if (report is { Epoch: 3, Batch: 1 }) network.Parameter("output.bias").Value[1, 0] = float.NaN;
        });

        history.Divergence.Should().Be(new Divergence(3, 2, "output"));
        history.Epochs.Select(epoch => epoch.Epoch).Should().Equal(1, 2);
        Bits.Of(network).Should().Equal(atTheEnd);
    }

    [Fact]
    public void Weights_that_break_at_the_last_step_of_an_epoch_are_found()
    {
        Network network = Build();
        int[] before = Bits.Of(network);
        var options = new TrainerOptions
        {
            Loss = Loss.MeanSquaredError, Optimizer = new Sgd(1e-4f), BatchSize = 16, Epochs = 5, Schedule = new HugeThirdStep(),
        };
        TrainingHistory history = new Trainer(network, options).Fit(Data);

        history.Divergence.Should().Be(new Divergence(1, 3, "blocks.0.layers.0.weight"));
        Bits.Of(network).Should().Equal(before);
    }

    [Fact]
    public void A_loss_that_overflows_by_itself_is_told_apart()
    {
        Network network = Build();
        network.Parameter("output.weight").Value.Multiply(1e30f, network.Parameter("output.weight").Value);
        Diverge(network, new Sgd(1e-4f)).Divergence!.Place.Should().Be("loss");
    }

    [Fact]
    public void Running_statistics_come_back_too()
    {
        Network network = Network.Create(3).WithNormalization(Normalization.Batch).AddLayer(4).AddOutput(2).Build();
        int[] before = Bits.Of(network);
        Diverge(network, new Sgd(1e-4f), _ => network.Parameter("output.bias").Value[0, 0] = float.NaN);
        Bits.Of(network).Should().Equal(before);
    }

    [Fact]
    public void After_a_divergence_the_optimizer_has_forgotten_its_steps()
    {
        Network diverged = Build(), fresh = Build();
        TrainerOptions options = Options(new Sgd(1e-3f) { Momentum = 0.9f });
        var trainer = new Trainer(diverged, options);
        var breaks = new Reports<TrainingProgress>(_ => diverged.Parameter("output.bias").Value[0, 0] = float.NaN);
        trainer.Fit(Data, progress: breaks).StopReason.Should().Be(StopReason.Diverged);
        trainer.Fit(Data);
        new Trainer(fresh, options).Fit(Data);
        Bits.Of(diverged).Should().Equal(Bits.Of(fresh));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1_000)]
    [InlineData(1e6f)]
    public void A_huge_rate_ends_a_fit_with_weights_that_predict_finite_numbers(float rate)
    {
        foreach (int samples in new[] { 64, 200 }) // one batch an epoch, and four
        {
            Dataset data = HalvesData.Of(samples);
            foreach (Optimizer optimizer in (Optimizer[])[new AdamW(rate), new Sgd(rate)])
            {
                foreach (int epochs in new[] { 1, 3, 5 })
                {
                    Network network = Network.Create(data.Features).AddLayer(16).AddResidualBlocks(10).AddOutput(2).Build(seed: 1);
                    TrainingHistory history =
                        new Trainer(network, new TrainerOptions { Optimizer = optimizer, BatchSize = 64, Epochs = epochs }).Fit(data);
                    network.Predict(data.Inputs).Enumerate().Should().OnlyContain(
                        value => float.IsFinite(value), "{0} after {1} epochs is {2}", optimizer, epochs, history.StopReason);
                }
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    public void Weights_that_are_finite_but_predict_nothing_finite_are_a_divergence_and_do_not_stay(int? cancelled)
    {
        Network network = Build();
        int[] before = Bits.Of(network);
        using var source = new CancellationTokenSource();
        var breaks = new Reports<TrainingProgress>(report =>
        {
            if (report.Batch == cancelled) source.Cancel();
        });
        TrainingHistory history = new Trainer(network, new TrainerOptions
        {
            Loss = Loss.MeanSquaredError, Optimizer = new Sgd(1e-4f), BatchSize = 24, Epochs = 2,
            Schedule = new HugeStep(cancelled is null ? 1 : 0),
        }).Fit(Data, progress: breaks, cancellation: source.Token);

        history.StopReason.Should().Be(cancelled is null ? StopReason.Diverged : StopReason.Cancelled);
        history.Divergence.Should().Be(cancelled is null ? new Divergence(1, 2, "blocks.1.layers.1") : null);
        history.Epochs.Should().BeEmpty();
        Bits.Of(network).Should().Equal(before);
    }

    private static Dataset Data => Dataset.ForRegression(NormalBatch.Of(3, 48), NormalBatch.Of(2, 48, seed: 2));

    private static TrainingHistory Diverge(Network network, Optimizer optimizer, Action<TrainingProgress>? told = null) =>
        new Trainer(network, Options(optimizer)).Fit(Data, progress: new Reports<TrainingProgress>(report => told?.Invoke(report)));

    private static TrainerOptions Options(Optimizer optimizer) =>
        new() { Loss = Loss.MeanSquaredError, Optimizer = optimizer, Schedule = Schedule.Constant, BatchSize = 16, Epochs = 5 };

    private static Network Build() => Network.Create(3).AddLayer(8).AddResidualBlock(8).AddOutput(2).Build(seed: 5);

    /// <summary>A step that leaves all weights finite, but so large that what they give is not.</summary>
    private sealed class HugeStep(int number) : Schedule
    {
        public override double Factor(in TrainingTime time) => time.Step == number ? 1e24 : 1;
    }

    /// <summary>A rate beyond the largest number.</summary>
    private sealed class HugeThirdStep : Schedule
    {
        public override double Factor(in TrainingTime time) => time.Step == 2 ? 1e300 : 1;
    }
}
