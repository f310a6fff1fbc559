namespace ResNet;

/// <summary>How far a fit is, as a schedule sees it before a step. After a warm-up, time starts where the warm-up ends.</summary>
/// <param name="Step">completed steps, 0 at the first step of the fit</param>
/// <param name="StepsPerEpoch">steps in an epoch, at least 1</param>
/// <param name="Epochs">the total number of epochs; after a warm-up those that remain, rounded up</param>
/// <param name="Completed">the epochs completed so far, those of a warm-up included</param>
public readonly record struct TrainingTime(int Step, int StepsPerEpoch, int Epochs, IReadOnlyList<EpochResult> Completed)
{
    /// <summary>Completed epochs, 0 in the first.</summary>
    public int Epoch => Step / StepsPerEpoch;

    /// <summary>The total number of steps; after a warm-up those that remain.</summary>
    public long Steps { get; internal init; } = (long)StepsPerEpoch * Epochs;

    /// <summary>The step of all steps.</summary>
    public override string ToString() => $"step {Step} of {Steps}";

    /// <summary>The first epochs of <see cref="Completed"/>, which began before this time did.</summary>
    internal int EpochsBefore => (int)EpochsIn(Begin);

    /// <summary>The fit's step at which this time begins.</summary>
    private long Begin { get; init; }

    /// <summary>Completed steps or epochs.</summary>
    internal int Count(ScheduleUnit unit) => unit == ScheduleUnit.Step ? Step : Epoch;

    /// <summary>Completed steps or epochs, as a share of all.</summary>
    internal double Share(ScheduleUnit unit) => unit == ScheduleUnit.Step ? Step / (double)Steps : Epoch / (double)Epochs;

    /// <summary>The time that starts at a step; until then it is at its start.</summary>
    internal TrainingTime From(long step)
    {
        long rest = Math.Max(1, Steps - step);
        return this with
        {
            Step = (int)Math.Max(0, Step - step),
            Steps = rest,
            Epochs = (int)EpochsIn(rest),
            Begin = Begin + step,
        };
    }

    private long EpochsIn(long steps) => (steps - 1 + StepsPerEpoch) / StepsPerEpoch;
}
