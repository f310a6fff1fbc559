using ResNet.Tests.Layers;

namespace ResNet.Tests.Training;

/// <summary>However a fit ends, its progress on a terminal leaves an empty line to what is written next.</summary>
public sealed class ProgressOfFitTests : IDisposable
{
    private const int BatchSize = 10;
    private const int BatchesInEpoch = 4;

    private readonly Screen screen = new() { Columns = 120 };
    private readonly ManualClock clock = new() { BetweenLooks = TimeSpan.FromSeconds(0.15) };
    private readonly Dataset data = HalvesData.Of(BatchSize * BatchesInEpoch);

    public void Dispose() => screen.Dispose();

    [Fact]
    public void A_fit_that_completes_ends_with_the_line_of_its_last_epoch()
    {
        Fit(new TrainerOptions { BatchSize = BatchSize, Epochs = 3 }).StopReason.Should().Be(StopReason.Completed);
        ShouldHaveLinesOf(1, 3);
    }

    [Fact]
    public void A_fit_that_stops_early_ends_with_the_line_of_its_last_epoch()
    {
        TrainerOptions options = new()
        {
            BatchSize = BatchSize, Epochs = 30, Optimizer = new Sgd(1e-30f), EarlyStopping = new EarlyStopping { Patience = 1 },
        };
        Fit(options, validation: data).StopReason.Should().Be(StopReason.EarlyStopping);
        ShouldHaveLinesOf(1, 2);
    }

    [Fact]
    public void A_fit_that_is_cancelled_within_an_epoch_ends_with_the_line_of_the_one_before()
    {
        using CancellationTokenSource source = new();
        var schedule = new AtStep(2 * BatchesInEpoch + 1, source.Cancel);
        TrainerOptions options = new() { BatchSize = BatchSize, Epochs = 30, Schedule = schedule };
        Fit(options, cancellation: source.Token).StopReason.Should().Be(StopReason.Cancelled);
        screen.Seen.Should().Contain(line => line.StartsWith("epoch 3 of 30, 50 %", StringComparison.Ordinal));
        ShouldHaveLinesOf(1, 2);
    }

    [Fact]
    public void A_fit_out_of_time_leaves_no_part_of_a_line()
    {
        var limit = TimeSpan.FromMilliseconds(100);
        var schedule = new AtStep(2, () => Thread.Sleep(limit));
        Fit(new TrainerOptions { BatchSize = BatchSize, TimeLimit = limit, Schedule = schedule }).StopReason.Should()
            .Be(StopReason.TimeLimit);
        ShouldHaveLinesOf();
    }

    [Fact]
    public void A_fit_that_diverges_leaves_no_part_of_a_line()
    {
        TrainerOptions options = new() { BatchSize = BatchSize, Optimizer = new Sgd(float.MaxValue), Schedule = Schedule.Constant };
        Fit(options).StopReason.Should().Be(StopReason.Diverged);
        screen.Seen.Should().NotBeEmpty();
        ShouldHaveLinesOf();
    }

    [Fact]
    public void A_fit_that_throws_leaves_no_part_of_a_line()
    {
        var schedule = new AtStep(2, () => throw new NotSupportedException());
        FluentActions.Invoking(() => Fit(new TrainerOptions { BatchSize = BatchSize, Schedule = schedule })).Should()
            .Throw<NotSupportedException>();
        screen.Seen.Should().NotBeEmpty();
        ShouldHaveLinesOf();
    }

    [Fact]
    public void A_fit_without_a_batch_writes_nothing()
    {
        Fit(new TrainerOptions(), cancellation: new CancellationToken(canceled: true));
        screen.Written.ToString().Should().BeEmpty();
    }

    [Fact]
    public void The_same_progress_can_follow_one_fit_after_another()
    {
        ConsoleProgress progress = Progress();
        for (int fit = 0; fit < 2; fit++) TrainerOf(new TrainerOptions { BatchSize = BatchSize, Epochs = 3 }).Fit(data, data, progress);
        ShouldHaveLinesOf(1, 3, 1, 3);
    }

    private void ShouldHaveLinesOf(params int[] epochs)
    {
        screen.Rows.SkipLast(1).Select(row => row.Split(" of ")[0]).Should().Equal(epochs.Select(epoch => $"epoch {epoch}"));
        screen.IsAtNewRow.Should().BeTrue();
    }

    private TrainingHistory Fit(TrainerOptions options, Dataset? validation = null, CancellationToken cancellation = default) =>
        TrainerOf(options).Fit(data, validation, Progress(), cancellation);

    private ConsoleProgress Progress() => new(screen, () => screen.Columns, rewrites: true, clock);

    private static Trainer TrainerOf(TrainerOptions options) => new(Network.Create(3).AddLayer(8).AddOutput(2).Build(seed: 5), options);

    private sealed class AtStep(int step, Action act) : Schedule
    {
        public override double Factor(in TrainingTime time)
        {
            if (time.Step == step) act();
            return 1;
        }
    }
}
