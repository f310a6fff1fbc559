namespace ResNet;

/// <summary>A linear warm-up before a schedule: (t + 1)/n of its first factor, then the schedule, whose time starts there.</summary>
internal sealed class Warmup(Schedule schedule, int length, ScheduleUnit unit) : Schedule
{
    internal override Metric? Watched => schedule.Watched;

    public override double Factor(in TrainingTime time)
    {
        long steps = unit == ScheduleUnit.Step ? length : (long)length * time.StepsPerEpoch;
        double factor = schedule.Factor(time.From(steps));
        return time.Step < steps ? (time.Count(unit) + 1.0) / length * factor : factor;
    }

    public override string ToString() => FormattableString.Invariant($"{schedule} after a warm-up, {length} by {unit}");
}
