using ResNet.Tests.Kernels;
using ResNet.Tests.Layers;

namespace ResNet.Tests.Training;

/// <summary>What a fit says of itself on the way and afterwards: metrics, learning rates, speed.</summary>
public class ReportTests
{
    private readonly Dataset data = Dataset.ForRegression(NormalBatch.Of(3, 40), NormalBatch.Of(2, 40, seed: 2));
    private readonly List<TrainingProgress> reports = [];

    [Fact]
    public void Training_metrics_are_those_of_the_outputs_before_each_step()
    {
        Trainer trainer = TrainerOf(Build(), new Sgd(0.1f), batchSize: 40);
        Evaluation before = trainer.Evaluate(data);
        IReadOnlyList<EpochResult> epochs = Fit(trainer, validation: data).Epochs;

        // the batch is the whole data, so an epoch finds what the validation after the epoch before did
        Evaluation[] found = [before, epochs[0].Validation!, epochs[1].Validation!];
        foreach ((EpochResult epoch, Evaluation expected) in epochs.Zip(found))
        {
            epoch.Loss.Should().BeApproximately(expected.Loss, 1e-6);
            ShouldAgree(epoch.Metrics, expected.Metrics);
        }

        epochs[2].Metrics["rmse"].Should().BeLessThan(0.99 * epochs[0].Metrics["rmse"]);
    }

    [Fact]
    public void Each_sample_is_measured_in_its_own_place_whatever_the_order_it_came_in()
    {
        // steps so small that the outputs stay what they are
        Trainer trainer = TrainerOf(Build(), new Sgd(1e-30f), batchSize: 16);
        IReadOnlyDictionary<string, double> before = trainer.Evaluate(data).Metrics;
        foreach (EpochResult epoch in Fit(trainer, validation: data).Epochs)
        {
            ShouldAgree(epoch.Metrics, before);
            ShouldAgree(epoch.Validation!.Metrics, before);
        }
    }

    [Fact]
    public void A_fit_without_metrics_reports_none()
    {
        var trainer = new Trainer(Build(), new TrainerOptions { Loss = Loss.MeanSquaredError, Epochs = 1 });
        EpochResult epoch = trainer.Fit(data, data).Epochs.Single();
        epoch.Metrics.Should().BeEmpty();
        epoch.Validation!.Metrics.Should().BeEmpty();
    }

    [Fact]
    public void Metrics_are_listed_under_their_names()
    {
        EpochResult epoch = Fit(TrainerOf(Build(), new Sgd(0.1f), batchSize: 16), validation: data).Epochs[0];
        epoch.Metrics.Keys.Should().Equal("rmse", "r2");
        epoch.Validation!.Metrics.Keys.Should().Equal("rmse", "r2");
        epoch.Validation.Metrics["rmse"].Should().BeApproximately(Math.Sqrt(epoch.Validation.Loss), 1e-6);
    }

    [Fact]
    public void The_last_report_of_an_epoch_has_its_result_and_the_others_have_the_one_before()
    {
        TrainingHistory history = Fit(TrainerOf(Build(), new Sgd(0.1f), batchSize: 16), validation: data);

        EpochResult?[] expected =
        [
            null, null, history.Epochs[0],
            history.Epochs[0], history.Epochs[0], history.Epochs[1],
            history.Epochs[1], history.Epochs[1], history.Epochs[2],
        ];
        reports.Select(report => report.LastEpoch).Should().Equal(expected, ReferenceEquals);
    }

    [Fact]
    public void The_learning_rate_told_is_the_schedules()
    {
        // η = 0.5 halves after every two of the nine steps
        Trainer trainer = TrainerOf(Build(), new Sgd(0.5f), batchSize: 16, new StepSchedule(2, 0.5) { Unit = ScheduleUnit.Step });
        TrainingHistory history = Fit(trainer);

        reports.Select(report => report.LearningRate).Should().Equal(0.5f, 0.5f, 0.25f, 0.25f, 0.125f, 0.125f, 0.0625f, 0.0625f, 0.03125f);
        history.Epochs.Select(epoch => epoch.LearningRate).Should().Equal(0.25f, 0.125f, 0.03125f);
        Fit(trainer).Epochs[0].LearningRate.Should().Be(0.25f, "every fit begins the schedule anew");
    }

    [Fact]
    public void With_a_constant_schedule_the_learning_rate_is_the_optimizers()
    {
        Fit(TrainerOf(Build(), new Adam(0.003f), batchSize: 16)).Epochs.Should().OnlyContain(epoch => epoch.LearningRate == 0.003f);
        reports.Should().HaveCount(9).And.OnlyContain(report => report.LearningRate == 0.003f);
    }

    [Fact]
    public void Speed_is_positive_and_at_the_end_no_time_is_left()
    {
        Fit(TrainerOf(Build(), new Sgd(0.1f), batchSize: 16));
        reports.Should().OnlyContain(report => report.SamplesPerSecond > 0 && double.IsFinite(report.SamplesPerSecond));
        reports.SkipLast(1).Should().OnlyContain(report => report.TimeLeft > TimeSpan.Zero);
        reports[^1].TimeLeft.Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void No_more_time_is_left_than_until_the_limit()
    {
        var limit = TimeSpan.FromSeconds(1);
        var trainer = new Trainer(Build(), new TrainerOptions
        {
            Loss = Loss.MeanSquaredError, BatchSize = 1, Epochs = 1_000_000_000, TimeLimit = limit,
        });
        using CancellationTokenSource source = new();
        trainer.Fit(
            data,
            progress: new Reports<TrainingProgress>(report =>
            {
                report.TimeLeft.Should().BeGreaterThanOrEqualTo(TimeSpan.Zero).And.BeLessThan(limit);
                source.Cancel();
            }),
            cancellation: source.Token);
    }

    [Fact]
    public void A_fit_may_be_asked_for_more_epochs_than_there_is_time_to_tell()
    {
        // a sample in 50 ms: 2³¹ epochs of 40 000 last longer than the longest time span
        var trainer = new Trainer(Build(), new TrainerOptions { Loss = Loss.MeanSquaredError, BatchSize = 1, Epochs = int.MaxValue });
        using CancellationTokenSource source = new();
        TimeSpan left = default;
        trainer.Fit(
            Dataset.ForRegression(NormalBatch.Of(3, 40_000), NormalBatch.Of(2, 40_000)),
            progress: new Reports<TrainingProgress>(report =>
            {
                left = report.TimeLeft;
                if (report.Batch == 2) source.Cancel();
                else Thread.Sleep(100);
            }),
            cancellation: source.Token).StopReason.Should().Be(StopReason.Cancelled);
        left.Should().Be(TimeSpan.MaxValue);
    }

    [Fact]
    public void A_factor_of_one_half_is_half_the_learning_rate()
    {
        (Optimizer Whole, Optimizer Half)[] pairs =
        [
            (new Sgd(0.1f) { Momentum = 0.9f, WeightDecay = 0.01f }, new Sgd(0.05f) { Momentum = 0.9f, WeightDecay = 0.01f }),
            (new Adam(0.02f) { WeightDecay = 0.01f }, new Adam(0.01f) { WeightDecay = 0.01f }),
            (new AdamW(0.02f) { WeightDecay = 0.01f }, new AdamW(0.01f) { WeightDecay = 0.01f }),
        ];
        foreach ((Optimizer whole, Optimizer half) in pairs)
        {
            Network scheduled = Build(), plain = Build();
            Fit(TrainerOf(scheduled, whole, batchSize: 16, new Half()));
            Fit(TrainerOf(plain, half, batchSize: 16));
            Bits.Of(scheduled).Should().Equal(Bits.Of(plain), "{0}", whole.GetType().Name);
        }
    }

    private static void ShouldAgree(IReadOnlyDictionary<string, double> metrics, IReadOnlyDictionary<string, double> expected)
    {
        metrics.Keys.Should().Equal(expected.Keys);
        foreach ((string name, double value) in expected) metrics[name].Should().BeApproximately(value, 1e-6, name);
    }

    private TrainingHistory Fit(Trainer trainer, Dataset? validation = null) =>
        trainer.Fit(data, validation, new Reports<TrainingProgress>(reports.Add));

    private static Trainer TrainerOf(Network network, Optimizer optimizer, int batchSize, Schedule? schedule = null) =>
        new(network, new TrainerOptions
        {
            Loss = Loss.MeanSquaredError,
            Optimizer = optimizer,
            Metrics = [Metric.RootMeanSquaredError, Metric.R2],
            Schedule = schedule ?? Schedule.Constant,
            BatchSize = batchSize,
            Epochs = 3,
        });

    private static Network Build() => Network.Create(3).AddLayer(8).AddResidualBlocks(2).AddOutput(2).Build(seed: 5);

    private sealed class Half : Schedule
    {
        public override double Factor(in TrainingTime time) => 0.5;
    }
}
