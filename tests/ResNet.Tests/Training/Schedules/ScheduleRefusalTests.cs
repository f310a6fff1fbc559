namespace ResNet.Tests.Training.Schedules;

/// <summary>Settings out of range are refused where they are set.</summary>
public class ScheduleRefusalTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Counts_must_be_at_least_1(int count)
    {
        ShouldRefuse("every", "every must be at least 1.*", () => _ = new StepSchedule(count));
        ShouldRefuse("length", "length must be at least 1.*", () => _ = Schedule.Constant.WithWarmup(count, ScheduleUnit.Epoch));
        ShouldRefuse("Patience", "Patience must be at least 1.*", () => _ = new ReduceOnPlateauSchedule { Patience = count });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Factors_must_be_above_0_and_at_most_1(double factor)
    {
        ShouldRefuse("factor", "factor must be above 0 and at most 1.*", () => _ = new StepSchedule(1, factor));
        ShouldRefuse("factor", "factor must be above 0 and at most 1.*", () => _ = new ExponentialSchedule(factor));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Peak_and_reduction_must_be_above_0_and_below_1(double value)
    {
        ShouldRefuse("Peak", "Peak must be above 0 and below 1.*", () => _ = new OneCycleSchedule { Peak = value });
        ShouldRefuse("Reduction", "Reduction must be above 0 and below 1.*", () => _ = new ReduceOnPlateauSchedule { Reduction = value });
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Start_and_final_must_be_between_0_and_1(double value)
    {
        ShouldRefuse("Start", "Start must be between 0 and 1.*", () => _ = new OneCycleSchedule { Start = value });
        ShouldRefuse("Final", "Final must be between 0 and 1.*", () => _ = new OneCycleSchedule { Final = value });
        ShouldRefuse("Final", "Final must be between 0 and 1.*", () => _ = new CosineSchedule { Final = value });
    }

    [Theory]
    [InlineData(-1e-10)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_minimum_improvement_must_be_finite_and_not_negative(double value) => ShouldRefuse(
        "MinimumImprovement", "MinimumImprovement must be finite and not negative.*",
        () => _ = new ReduceOnPlateauSchedule { MinimumImprovement = value });

    private static void ShouldRefuse(string parameter, string message, Action set) =>
        set.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(parameter).WithMessage(message);
}
