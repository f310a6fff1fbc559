using ResNet.Tests.Kernels;
using ResNet.Tests.Networks;

namespace ResNet.Tests.Training;

/// <summary>When early stopping ends a fit, and that the best epoch's weights and running statistics come back, bit for bit.</summary>
public class EarlyStoppingTests
{
    private const double NaN = double.NaN;

    private readonly Dataset training = HalvesData.Of(40);
    private readonly Dataset validation = HalvesData.Of(20, seed: 2);
    private readonly Network network = Network.Create(3)
        .WithNormalization(Normalization.Batch).AddLayer(8).AddResidualBlocks(2).AddOutput(2).Build(seed: 5);

    /// <summary>The network's bits at the end of each epoch.</summary>
    private readonly List<int[]> ends = [];

    public static TheoryData<double[], int, double, bool, int, int> TrainingLoops => new()
    {
        // values, patience, minimum improvement, higher is better; best epoch, last epoch
        { [5, 4, 4.5, 4.2, 3, 9], 2, 0, false, 2, 4 },
        { [5, 4, 4.5, 4.2, 3, 9, 9, 9], 3, 0, false, 5, 8 },
        { [5, 4, 4, 9], 1, 0, false, 2, 3 },
        { [5, 4.5, 4.75, 9], 2, 0.5, false, 1, 3 },
        { [5, 4.5, 4.25, 9, 9], 2, 0.5, false, 3, 5 },
        { [5, 4.5, 4.25, 9, 9], 2, 0.25, false, 2, 4 },
        { [0.1, 0.3, 0.2, 0.3, 0.9], 2, 0, true, 2, 4 },
        { [-3, -2, -2.5, 0], 1, 0, true, 2, 3 },
        { [NaN, 3, NaN, NaN, 1], 2, 0, false, 2, 4 },
        { [NaN, 3, NaN, NaN, 9], 2, 0, true, 2, 4 },
        { [NaN, NaN, NaN, 1], 2, 0, false, 1, 3 },
    };

    [Theory]
    [MemberData(nameof(TrainingLoops))]
    public void A_fit_ends_when_its_patience_does(double[] values, int patience, double minimum, bool higherIsBetter, int best, int last)
    {
        TrainingHistory history = Fit(new EarlyStopping
        {
            Metric = new ScriptedMetric(validation, higherIsBetter, values), Patience = patience, MinimumImprovement = minimum,
        });

        history.StopReason.Should().Be(StopReason.EarlyStopping);
        history.Epochs.Should().HaveCount(last);
        ShouldHoldThatOf(best, history);
        history.Epochs.Select(epoch => epoch.Validation!.Metrics["scripted"]).Should().Equal(values[..last], "what is watched is measured");
    }

    [Fact]
    public void By_default_the_validation_loss_is_watched()
    {
        TrainingHistory history = Fit(new EarlyStopping { Patience = 2 }, loss: new ScriptedLoss(validation.Count, 5, 3, 4, 3, 1));

        history.Epochs.Select(epoch => epoch.Validation!.Loss).Should().Equal(5, 3, 4, 3);
        ShouldHoldThatOf(2, history);
        new EarlyStopping().Should().Match<EarlyStopping>(
            stopping => stopping.Metric == null && stopping.Patience == 10 && stopping.MinimumImprovement == 0);
    }

    [Fact]
    public void Without_validation_data_the_training_data_is_watched()
    {
        var metric = new ScriptedMetric(training, higherIsBetter: false, 2, 1, 3);
        TrainingHistory history = Fit(new EarlyStopping { Metric = metric, Patience = 1 }, hasValidation: false);

        history.Epochs.Select(epoch => epoch.Metrics["scripted"]).Should().Equal(2, 1, 3);
        ShouldHoldThatOf(2, history);
    }

    [Fact]
    public void A_completed_fit_gives_back_the_best_weights_too()
    {
        TrainingHistory history = Fit(Scripted(patience: 2, 9, 1, 2, 3), epochs: 4);

        history.StopReason.Should().Be(StopReason.Completed, "the patience ended with the last epoch");
        ShouldHoldThatOf(2, history);
    }

    [Fact]
    public void A_cancelled_fit_gives_back_the_best_weights_too()
    {
        using CancellationTokenSource source = new();
        TrainingHistory history = Fit(
            Scripted(patience: 9, 2, 1, 3, 4), cancellation: source.Token, told: report =>
            {
                if (report is { Epoch: 4, Batch: 2 }) source.Cancel();
            });

        history.StopReason.Should().Be(StopReason.Cancelled);
        ShouldHoldThatOf(2, history);
    }

    [Fact]
    public void A_fit_out_of_time_gives_back_the_best_weights_too()
    {
        var limit = TimeSpan.FromSeconds(2);
        TrainingHistory history = Fit(
            Scripted(patience: 9, 1, 2, 3, 4), timeLimit: limit, told: report =>
            {
                if (report is { Epoch: 2, Batch: 1 }) Thread.Sleep(limit);
            });

        history.StopReason.Should().Be(StopReason.TimeLimit);
        ShouldHoldThatOf(1, history);
    }

    [Fact]
    public void A_fit_that_diverged_gives_back_the_best_weights_too()
    {
        TrainingHistory history = Fit(Scripted(patience: 9, 2, 1, 3, 4), told: report =>
        {
            if (report is { Epoch: 4, Batch: 1 }) network.Parameter("output.bias").Value[0, 0] = float.NaN;
        });

        history.StopReason.Should().Be(StopReason.Diverged);
        history.Divergence.Should().Be(new Divergence(4, 2, "output"));
        ShouldHoldThatOf(2, history);
    }

    [Fact]
    public void Before_the_first_epochs_end_there_is_no_best_one()
    {
        int[] atTheCancel = [];
        using CancellationTokenSource source = new();
        TrainingHistory history = Fit(Scripted(patience: 9), cancellation: source.Token, told: report =>
        {
            atTheCancel = Bits.Of(network);
            source.Cancel();
        });

        history.BestEpoch.Should().BeNull();
        history.Epochs.Should().BeEmpty();
        Bits.Of(network).Should().Equal(atTheCancel);
    }

    [Fact]
    public void Without_early_stopping_the_last_weights_stay()
    {
        TrainingHistory history = Fit(stopping: null, epochs: 3);

        history.BestEpoch.Should().BeNull();
        Bits.Of(network).Should().Equal(ends[2]);
    }

    [Fact]
    public void A_batch_that_ends_a_fit_broken_is_taken_back()
    {
        using CancellationTokenSource source = new();
        int[] before = Bits.Of(network);
        TrainingHistory history = Fit(stopping: null, cancellation: source.Token, told: report =>
        {
            network.Parameter("output.bias").Value[0, 0] = float.NaN;
            source.Cancel();
        });

        history.StopReason.Should().Be(StopReason.Cancelled);
        Bits.Of(network).Should().Equal(before);
    }

    [Fact]
    public void The_next_fit_begins_with_the_best_weights_and_no_memory_of_the_steps_after_them()
    {
        // samples that are all alike, so that their order does not tell a second fit from a first
        Dataset data = Dataset.ForRegression(Enumerable.Repeat<float[]>([1, -1], 8).ToArray(), Enumerable.Repeat(0.5f, 8).ToArray());
        var options = new TrainerOptions
        {
            Loss = Loss.MeanSquaredError, Optimizer = new Sgd(0.1f) { Momentum = 0.9f }, Schedule = Schedule.Constant, Epochs = 6,
            EarlyStopping = new EarlyStopping { Patience = 2, MinimumImprovement = 100 },
        };
        Network stopped = Network.Create(2).AddLayer(4).AddOutput(1).Build(seed: 2);
        var trainer = new Trainer(stopped, options);
        trainer.Fit(data).BestEpoch.Should().Be(1);

        Network best = stopped.Clone();
        trainer.Fit(data);
        new Trainer(best, options).Fit(data);
        Bits.Of(stopped).Should().Equal(Bits.Of(best));
    }

    private EarlyStopping Scripted(int patience, params double[] values) =>
        new() { Metric = new ScriptedMetric(validation, higherIsBetter: false, values), Patience = patience };

    private TrainingHistory Fit(
        EarlyStopping? stopping, Loss? loss = null, bool hasValidation = true, int epochs = 20, TimeSpan? timeLimit = null,
        Action<TrainingProgress>? told = null, CancellationToken cancellation = default)
    {
        var options = new TrainerOptions
        {
            EarlyStopping = stopping, Loss = loss ?? Loss.SoftmaxCrossEntropy, BatchSize = 16, Epochs = epochs, TimeLimit = timeLimit,
        };
        var reports = new Reports<TrainingProgress>(report =>
        {
            if (report.Batch == report.Batches) ends.Add(Bits.Of(network));
            told?.Invoke(report);
        });
        return new Trainer(network, options).Fit(training, hasValidation ? validation : null, reports, cancellation);
    }

    private void ShouldHoldThatOf(int best, TrainingHistory history)
    {
        history.BestEpoch.Should().Be(best);
        ends.Should().HaveCount(history.Epochs.Count).And.OnlyHaveUniqueItems();
        Bits.Of(network).Should().Equal(ends[best - 1]);
    }

    /// <summary>Cross-entropy in training; where only the loss is wanted, on validation data, a value for each epoch.</summary>
    private sealed class ScriptedLoss(int samples, params float[] values) : Loss
    {
        private int evaluated;

        public override void Check(Dataset data, int outputs, string parameter) => SoftmaxCrossEntropy.Check(data, outputs, parameter);

        public override float OfSample(ReadOnlySpan<float> z, Target target, Span<float> gradient) => gradient.IsEmpty
            ? values[evaluated++ / samples]
            : SoftmaxCrossEntropy.OfSample(z, target, gradient);
    }
}
