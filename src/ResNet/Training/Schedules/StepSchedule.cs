namespace ResNet;

/// <summary>A factor γ every n epochs or steps: after t of them γ^⌊t/n⌋.</summary>
/// <param name="every">n, at least 1</param>
/// <param name="factor">γ, above 0 and at most 1; 0.1 by default</param>
/// <exception cref="ArgumentOutOfRangeException">n is less than 1, or γ is not above 0 and at most 1.</exception>
public sealed class StepSchedule(int every, double factor = 0.1) : Schedule
{
    private readonly int every = AtLeastOne(every, nameof(every));
    private readonly double factor = PositiveUpToOne(factor, nameof(factor));

    /// <summary>Whether n counts epochs or steps; epochs by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    public ScheduleUnit By { get; init => field = Argument.Defined(value, nameof(By)); }

    /// <inheritdoc/>
    public override double Factor(in TrainingTime time) => Math.Pow(factor, time.Count(By) / every);

    /// <summary>The settings in words.</summary>
    public override string ToString() => FormattableString.Invariant($"times {factor} every {every} by {By}");
}
