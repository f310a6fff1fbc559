using static ResNet.Tests.Training.Schedules.Timeline;

namespace ResNet.Tests.Training.Schedules;

public class ScheduleTests
{
    private const double Close = 1e-15;

    [Fact]
    public void A_constant_schedule_gives_1()
    {
        FactorsOf(Schedule.Constant, epochs: 2, stepsPerEpoch: 2).Should().Equal(1, 1, 1, 1);
    }

    [Fact]
    public void A_step_schedule_falls_every_so_many_epochs()
    {
        FactorsOf(new StepSchedule(every: 2, factor: 0.5), epochs: 5, stepsPerEpoch: 2)
            .Should().Equal(1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25);
        FactorsOf(new StepSchedule(every: 1), epochs: 2, stepsPerEpoch: 1).Should().Equal(1, 0.1);
    }

    [Fact]
    public void A_step_schedule_falls_every_so_many_steps()
    {
        FactorsOf(new StepSchedule(every: 3, factor: 0.5) { Unit = ScheduleUnit.Step }, epochs: 2, stepsPerEpoch: 4)
            .Should().Equal(1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25);
    }

    [Fact]
    public void An_exponential_schedule_falls_by_epoch_or_by_step()
    {
        FactorsOf(new ExponentialSchedule(factor: 0.5), epochs: 3, stepsPerEpoch: 2).Should().Equal(1, 1, 0.5, 0.5, 0.25, 0.25);
        FactorsOf(new ExponentialSchedule(factor: 0.5) { Unit = ScheduleUnit.Step }, epochs: 2, stepsPerEpoch: 2)
            .Should().Equal(1, 0.5, 0.25, 0.125);
    }

    [Fact]
    public void A_cosine_schedule_comes_down_along_half_a_cosine()
    {
        double root = Math.Sqrt(0.5); // cos(π/4)
        ShouldBeClose(FactorsOf(new CosineSchedule(), epochs: 2, stepsPerEpoch: 2), 1, (1 + root) / 2, 0.5, (1 - root) / 2);
        ShouldBeClose(
            FactorsOf(new CosineSchedule { Final = 0.2 }, epochs: 1, stepsPerEpoch: 4),
            1, 0.2 + 0.4 * (1 + root), 0.6, 0.2 + 0.4 * (1 - root));
        ShouldBeClose(FactorsOf(new CosineSchedule { Unit = ScheduleUnit.Epoch }, epochs: 2, stepsPerEpoch: 2), 1, 1, 0.5, 0.5);
    }

    [Fact]
    public void The_last_step_of_a_cosine_is_one_short_of_its_end()
    {
        double last = FactorsOf(new CosineSchedule { Final = 0.01 }, epochs: 10, stepsPerEpoch: 10)[^1];

        // 1 + cos(π − x) = 1 − cos x ≈ x²/2 with x = π/100
        last.Should().BeApproximately(0.01 + 0.99 * Math.Pow(Math.PI / 100, 2) / 4, 1e-7).And.BeGreaterThan(0.01);
    }

    [Fact]
    public void One_cycle_goes_up_to_the_optimizers_rate_and_down_again()
    {
        var schedule = new OneCycleSchedule { Peak = 0.5, Start = 0.2, Final = 0.1 };

        // up 0.2 → 1 and down 1 → 0.1, each in two steps: half way is the mean
        ShouldBeClose(FactorsOf(schedule, epochs: 2, stepsPerEpoch: 2), 0.2, 0.6, 1, 0.55);
    }

    [Fact]
    public void One_cycle_has_its_peak_after_three_tenths_unless_told_otherwise()
    {
        double[] factors = FactorsOf(new OneCycleSchedule(), epochs: 10, stepsPerEpoch: 10);

        factors[0].Should().BeApproximately(0.04, Close);
        factors[15].Should().BeApproximately(0.52, Close, "half way from 0.04 to 1");
        factors[30].Should().Be(1);
        factors[65].Should().BeApproximately(0.50005, Close, "half way from 1 to 1e-4");
        factors[..31].Should().BeInAscendingOrder();
        factors[30..].Should().BeInDescendingOrder();
        factors[^1].Should().BeInRange(1e-4, 1e-3);
    }

    [Fact]
    public void One_cycle_by_epoch_stays_for_an_epoch()
    {
        var schedule = new OneCycleSchedule { Peak = 0.5, Start = 0.2, Final = 0.1, Unit = ScheduleUnit.Epoch };

        ShouldBeClose(FactorsOf(schedule, epochs: 4, stepsPerEpoch: 2), 0.2, 0.2, 0.6, 0.6, 1, 1, 0.55, 0.55);
    }

    [Fact]
    public void Schedules_of_very_long_fits_do_not_overflow()
    {
        var time = new TrainingTime(Step: int.MaxValue - 1, StepsPerEpoch: 1 << 20, Epochs: 1 << 20, Completed: []);

        new CosineSchedule().Factor(time).Should().BeGreaterThan(0.99, "2³¹ of 2⁴⁰ steps are done");
        new CosineSchedule().WithWarmup(1 << 20, ScheduleUnit.Epoch).Factor(time).Should().BeApproximately(1.0 / 512, 1e-6);
    }

    private static void ShouldBeClose(double[] factors, params double[] expected) =>
        factors.Should().Equal(expected, (factor, value) => Math.Abs(factor - value) < Close);
}
