namespace ResNet;

/// <summary>How far a fit is, as a schedule sees it before a step. Behind a warm-up, time begins where the warm-up ends.</summary>
/// <param name="Step">steps done before, 0 at the first step of the fit</param>
/// <param name="StepsPerEpoch">steps in an epoch, at least 1</param>
/// <param name="Epochs">epochs that the fit was asked for; behind a warm-up those that remain, a part of one counted as one</param>
/// <param name="Completed">the epochs completed so far, those of a warm-up included</param>
public readonly record struct TrainingTime(int Step, int StepsPerEpoch, int Epochs, IReadOnlyList<EpochResult> Completed)
{
    /// <summary>Epochs done before, 0 in the first.</summary>
    public int Epoch => Step / StepsPerEpoch;

    /// <summary>Steps that the fit was asked for; behind a warm-up those that remain.</summary>
    public long Steps { get; internal init; } = (long)StepsPerEpoch * Epochs;

    /// <summary>Epochs at the front of <see cref="Completed"/> that began before this time did.</summary>
    internal int EpochsBefore => (int)EpochsIn(Begin);

    /// <summary>The fit's step at which this time begins.</summary>
    private long Begin { get; init; }

    /// <summary>Steps or epochs done before.</summary>
    internal int Count(ScheduleUnit unit) => unit == ScheduleUnit.Step ? Step : Epoch;

    /// <summary>Steps or epochs done before, as a share of all.</summary>
    internal double Share(ScheduleUnit unit) => unit == ScheduleUnit.Step ? Step / (double)Steps : Epoch / (double)Epochs;

    /// <summary>The time that begins at a step, and stands at its own beginning until then.</summary>
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
