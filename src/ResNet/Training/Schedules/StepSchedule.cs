namespace ResNet;

/// <summary>Multiplies the learning rate by γ every n epochs or steps: the factor is γ^⌊t/n⌋ after t of them.</summary>
/// <param name="every">n, at least 1</param>
/// <param name="factor">γ, above 0 and at most 1; 0.1 by default</param>
/// <exception cref="ArgumentOutOfRangeException">n is less than 1, or γ is not above 0 and at most 1.</exception>
public sealed class StepSchedule(int every, double factor = 0.1) : Schedule
{
    private readonly int every = AtLeastOne(every, nameof(every));
    private readonly double factor = PositiveUpToOne(factor, nameof(factor));

    /// <summary>Whether n counts epochs or steps; epochs by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    public ScheduleUnit Unit { get; init => field = Argument.Defined(value, nameof(Unit)); }

    /// <inheritdoc/>
    public override double Factor(in TrainingTime time) => Math.Pow(factor, time.Count(Unit) / every);

    /// <summary>The settings as text.</summary>
    public override string ToString() => FormattableString.Invariant($"times {factor} every {every} by {Unit}");
}
