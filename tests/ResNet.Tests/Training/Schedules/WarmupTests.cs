using static ResNet.Tests.Training.Schedules.Timeline;

namespace ResNet.Tests.Training.Schedules;

public class WarmupTests
{
    public static TheoryData<string> Kinds => ["constant", "step", "steps", "exponential", "cosine", "cosine by epoch", "one cycle"];

    [Fact]
    public void A_warm_up_by_step_grows_to_the_full_rate()
    {
        FactorsOf(Schedule.Constant.WithWarmup(4, ScheduleUnit.Step), epochs: 3, stepsPerEpoch: 2)
            .Should().Equal(0.25, 0.5, 0.75, 1, 1, 1);
    }

    [Fact]
    public void A_warm_up_by_epoch_stays_for_an_epoch()
    {
        FactorsOf(Schedule.Constant.WithWarmup(2, ScheduleUnit.Epoch), epochs: 3, stepsPerEpoch: 2)
            .Should().Equal(0.5, 0.5, 1, 1, 1, 1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Behind_a_warm_up_by_epoch_a_schedule_runs_as_in_a_fit_of_the_rest(string kind)
    {
        Schedule schedule = Make(kind);
        double[] alone = FactorsOf(schedule, epochs: 6, stepsPerEpoch: 3);

        double[] factors = FactorsOf(schedule.WithWarmup(2, ScheduleUnit.Epoch), epochs: 8, stepsPerEpoch: 3);

        factors[..3].Should().AllBeEquivalentTo(alone[0] / 2);
        factors[3..6].Should().AllBeEquivalentTo(alone[0]);
        factors[6..].Should().Equal(alone);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Behind_a_warm_up_by_step_a_schedule_runs_as_in_a_fit_of_the_rest(string kind)
    {
        Schedule schedule = Make(kind);
        double[] alone = FactorsOf(schedule, epochs: 7, stepsPerEpoch: 3);

        double[] factors = FactorsOf(schedule.WithWarmup(3, ScheduleUnit.Step), epochs: 8, stepsPerEpoch: 3);

        factors[..3].Should().Equal(1 / 3.0 * alone[0], 2 / 3.0 * alone[0], alone[0]);
        factors[3..].Should().Equal(alone);
    }

    [Fact]
    public void A_warm_up_that_ends_within_an_epoch_leaves_a_part_of_one()
    {
        // 7 of 8 steps remain, or 3.5 epochs, counted as 4
        double[] factors = FactorsOf(new CosineSchedule().WithWarmup(1, ScheduleUnit.Step), epochs: 4, stepsPerEpoch: 2);
        double[] byEpoch = FactorsOf(
            new CosineSchedule { Unit = ScheduleUnit.Epoch }.WithWarmup(1, ScheduleUnit.Step), epochs: 4, stepsPerEpoch: 2);

        factors[7].Should().BeApproximately((1 + Math.Cos(Math.PI * 6 / 7)) / 2, 1e-15);
        byEpoch[7].Should().BeApproximately((1 + Math.Cos(Math.PI * 3 / 4)) / 2, 1e-15);
    }

    [Fact]
    public void A_warm_up_longer_than_the_fit_only_grows()
    {
        FactorsOf(new CosineSchedule().WithWarmup(8, ScheduleUnit.Step), epochs: 1, stepsPerEpoch: 4)
            .Should().Equal(0.125, 0.25, 0.375, 0.5);
    }

    [Fact]
    public void Warm_ups_can_stand_in_front_of_one_another()
    {
        Schedule schedule = new ExponentialSchedule(0.5).WithWarmup(2, ScheduleUnit.Step).WithWarmup(2, ScheduleUnit.Step);

        FactorsOf(schedule, epochs: 8, stepsPerEpoch: 1).Should().Equal(0.25, 0.5, 0.5, 1, 1, 0.5, 0.25, 0.125);
    }

    [Fact]
    public void A_warm_up_stands_in_front_of_a_users_schedule_too()
    {
        var schedule = new Remaining();

        FactorsOf(schedule, epochs: 2, stepsPerEpoch: 2).Should().Equal(4, 3, 2, 1);
        FactorsOf(schedule.WithWarmup(2, ScheduleUnit.Step), epochs: 3, stepsPerEpoch: 2).Should().Equal(2, 4, 4, 3, 2, 1);
    }

    [Fact]
    public void Epochs_of_a_warm_up_are_not_judged()
    {
        Schedule schedule = new ReduceOnPlateauSchedule { Patience = 2, Reduction = 0.5 }.WithWarmup(3, ScheduleUnit.Epoch);

        // the warm-up's best of 1 does not count: 9 is the first judged, 8 an improvement, then two without
        double[] factors = FactorsAfter(
            schedule, Epoch(1), Epoch(2), Epoch(2), Epoch(9), Epoch(8), Epoch(8), Epoch(8), Epoch(8));
        factors.Should().Equal([1 / 3.0, 2 / 3.0, 1, 1, 1, 1, 1, 0.5, 0.5]);
    }

    [Fact]
    public void Epochs_of_two_warm_ups_are_not_judged()
    {
        Schedule schedule = new ReduceOnPlateauSchedule { Patience = 1, Reduction = 0.5 }
            .WithWarmup(1, ScheduleUnit.Epoch).WithWarmup(2, ScheduleUnit.Epoch);

        FactorsAfter(schedule, Epoch(1), Epoch(1), Epoch(1), Epoch(2), Epoch(2)).Should().Equal(0.5, 1, 1, 1, 1, 0.5);
    }

    [Fact]
    public void An_epoch_that_began_in_the_warm_up_is_not_judged()
    {
        Schedule schedule = new ReduceOnPlateauSchedule { Patience = 1, Reduction = 0.5 }.WithWarmup(3, ScheduleUnit.Step);
        EpochResult[] epochs = [Epoch(1), Epoch(1), Epoch(5), Epoch(5)];

        schedule.Factor(new TrainingTime(6, StepsPerEpoch: 2, Epochs: 5, epochs[..3])).Should().Be(1);
        schedule.Factor(new TrainingTime(8, StepsPerEpoch: 2, Epochs: 5, epochs)).Should().Be(0.5);
    }

    private static Schedule Make(string kind) => kind switch
    {
        "constant" => Schedule.Constant,
        "step" => new StepSchedule(every: 2),
        "steps" => new StepSchedule(every: 2) { Unit = ScheduleUnit.Step },
        "exponential" => new ExponentialSchedule(factor: 0.9),
        "cosine" => new CosineSchedule { Final = 0.1 },
        "cosine by epoch" => new CosineSchedule { Unit = ScheduleUnit.Epoch },
        "one cycle" => new OneCycleSchedule(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>A user's schedule: as many steps as remain.</summary>
    private sealed class Remaining : Schedule
    {
        public override double Factor(in TrainingTime time) => time.Steps - time.Step;
    }
}
