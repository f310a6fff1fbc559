using ResNet.Studies;

namespace ResNet.Tests.Studies;

public class DepthStudyPointTests
{
    private static readonly DepthStudyOptions options = new() { LearningRates = [0.03f, 0.01f, 0.003f, 0.001f] };

    [Fact]
    public void The_rate_with_the_smallest_median_error_is_chosen_not_the_one_with_the_luckiest_run()
    {
        DepthStudyPoint point = Choose(
        [
            .. Runs(0.03f, 0.0, 0.6, 0.6),
            .. Runs(0.01f, 0.2, 0.1, 0.9),
            .. Runs(0.003f, 0.3, 0.3, 0.3),
        ]);

        point.LearningRate.Should().Be(0.01f);
        point.MedianError.Should().Be(0.2);
        point.LowestError.Should().Be(0.1);
        point.HighestError.Should().Be(0.9);
        point.Seeds.Should().Be(3);
    }

    [Fact]
    public void Rate_and_initialization_are_chosen_together()
    {
        DepthStudyPoint point = Choose(
        [
            .. RunsOf(Initialization.He, 0.01f, 0.2, 0.2, 0.2),
            .. RunsOf(Initialization.He, 0.003f, 0.5, 0.5, 0.5),
            .. RunsOf(Initialization.Orthogonal, 0.01f, 0.4, 0.4, 0.4),
            .. RunsOf(Initialization.Orthogonal, 0.003f, 0.1, 0.1, 0.1),
        ]);

        (point.LearningRate, point.Initialization).Should().Be((0.003f, Initialization.Orthogonal));
    }

    [Fact]
    public void Of_equal_median_errors_the_smaller_highest_error_decides() =>
        Choose([.. Runs(0.01f, 0, 0, 0.9), .. Runs(0.003f, 0, 0, 0.1)]).LearningRate.Should().Be(0.003f);

    [Fact]
    public void Of_equal_errors_the_smaller_median_loss_decides()
    {
        DepthStudyRun[] slow = [.. Runs(0.01f, 0, 0, 0).Select(run => run with { TrainingLoss = 0.02 })];
        DepthStudyRun[] fast = [.. Runs(0.003f, 0, 0, 0).Select(run => run with { TrainingLoss = 0.01 })];

        Choose([.. slow, .. fast]).LearningRate.Should().Be(0.003f);
    }

    [Theory]
    [InlineData(0.03f, true)]
    [InlineData(0.01f, false)]
    [InlineData(0.003f, false)]
    [InlineData(0.001f, true)]
    public void A_rate_at_either_end_of_the_grid_is_marked(float rate, bool isAtEdge) =>
        Choose(Runs(rate, 0.1, 0.1, 0.1)).IsRateAtEdge.Should().Be(isAtEdge);

    [Fact]
    public void A_rate_without_errors_is_not_marked_as_none_can_be_better()
    {
        Choose(Runs(0.03f, 0, 0, 0)).IsRateAtEdge.Should().BeFalse();
        Choose(Runs(0.03f, 0, 0, 0.1)).IsRateAtEdge.Should().BeTrue("the highest error could be smaller");
    }

    [Fact]
    public void Dead_and_diverged_runs_are_counted_for_the_chosen_rate_and_for_all_that_was_tried()
    {
        DepthStudyRun[] chosen = [.. Runs(0.01f, 0.1, 0.1, 1)];
        DepthStudyRun[] other = [.. Runs(0.03f, 1, 1, 0.7)];
        DepthStudyPoint point = Choose(
        [
            chosen[0],
            chosen[1],
            chosen[2] with { Status = RunStatus.Diverged },
            other[0] with { Status = RunStatus.Diverged },
            other[1] with { Status = RunStatus.Diverged },
            other[2] with { Status = RunStatus.Dead },
        ]);

        (point.Dead, point.Diverged).Should().Be((0, 1));
        (point.DeadOfTried, point.DivergedOfTried, point.Tried).Should().Be((1, 3, 6));
    }

    [Fact]
    public void A_setting_with_missing_seeds_does_not_take_part() =>
        Choose([.. Runs(0.01f, 0.2, 0.2, 0.2), .. Runs(0.003f, 0.0)]).LearningRate.Should().Be(0.01f);

    [Fact]
    public void A_point_is_complete_when_every_planned_run_is_there()
    {
        DepthStudyRun[] all =
        [
            .. from rate in options.LearningRates
               from initialization in (Initialization[])[Initialization.He, Initialization.Orthogonal]
               from run in RunsOf(initialization, rate, 0.1, 0.1, 0.1)
               select run,
        ];

        DepthStudyPoint.Choose(all, all.Length, options).IsComplete.Should().BeTrue();
        DepthStudyPoint.Choose(all[1..], all.Length, options).IsComplete.Should().BeFalse();
    }

    [Fact]
    public void The_median_of_an_even_number_of_seeds_is_the_mean_of_the_two_in_the_middle() =>
        Choose(Runs(0.01f, 0.5, 0.25, 0, 1)).MedianError.Should().Be(0.375);

    private static DepthStudyPoint Choose(DepthStudyRun[] runs) => DepthStudyPoint.Choose(runs, runs.Length, options);

    private static DepthStudyRun[] Runs(float rate, params double[] errors) => RunsOf(Initialization.He, rate, errors);

    private static DepthStudyRun[] RunsOf(Initialization initialization, float rate, params double[] errors) =>
    [
        .. errors.Select((error, i) => new DepthStudyRun(
            NetworkKind.Plain, 8, initialization, rate, i + 1, error, error, RunStatus.Ok, TimeSpan.FromSeconds(1))),
    ];
}
