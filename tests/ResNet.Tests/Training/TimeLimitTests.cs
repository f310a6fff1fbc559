using ResNet.Tests.Kernels;

namespace ResNet.Tests.Training;

/// <summary>A fit out of time returns what it has.</summary>
public class TimeLimitTests
{
    [Fact]
    public void A_fit_ends_after_the_batch_at_which_its_time_is_over()
    {
        Network network = Build();
        int[] atTheReport = Bits.Of(network);
        int reports = 0;
        var limit = TimeSpan.FromMilliseconds(300);
        TrainingHistory history = new Trainer(network, new TrainerOptions { BatchSize = 16, Epochs = 2, TimeLimit = limit }).Fit(
            HalvesData.Of(40), progress: new Reports<TrainingProgress>(_ =>
            {
                reports++;
                atTheReport = Bits.Of(network);
                Thread.Sleep(limit);
            }));

        history.StopReason.Should().Be(StopReason.TimeLimit);
        history.Epochs.Should().BeEmpty();
        history.Divergence.Should().BeNull();
        reports.Should().BeLessThanOrEqualTo(1);
        if (reports == 1) Bits.Of(network).Should().Equal(atTheReport);
    }

    [Fact]
    public void The_shortest_limit_ends_a_fit_that_would_last_for_ever()
    {
        int reports = 0;
        using CancellationTokenSource source = new();
        var options = new TrainerOptions { BatchSize = 1, Epochs = int.MaxValue, TimeLimit = TimeSpan.FromTicks(1) };
        TrainingHistory history = new Trainer(Build(), options).Fit(
            HalvesData.Of(4000),
            progress: new Reports<TrainingProgress>(_ =>
            {
                if (++reports == 10) source.Cancel();
            }),
            cancellation: source.Token);

        history.StopReason.Should().Be(StopReason.TimeLimit);
        history.Epochs.Should().BeEmpty();
        reports.Should().BeLessThanOrEqualTo(1);
    }

    [Fact]
    public void A_limit_that_is_not_reached_changes_nothing()
    {
        Network limited = Build(), free = Build();
        new Trainer(limited, new TrainerOptions { Epochs = 2, TimeLimit = TimeSpan.FromDays(1) }).Fit(HalvesData.Of(40))
            .StopReason.Should().Be(StopReason.Completed);
        new Trainer(free, new TrainerOptions { Epochs = 2 }).Fit(HalvesData.Of(40));
        Bits.Of(limited).Should().Equal(Bits.Of(free));
    }

    private static Network Build() => Network.Create(3).AddLayer(8).AddOutput(2).Build(seed: 5);
}
