namespace ResNet;

/// <summary>Multiplies the learning rate by γ after every epoch or step: the factor is γᵗ after t of them.</summary>
/// <param name="factor">γ, above 0 and at most 1</param>
/// <exception cref="ArgumentOutOfRangeException">γ is not above 0 and at most 1.</exception>
public sealed class ExponentialSchedule(double factor) : Schedule
{
    private readonly double factor = PositiveUpToOne(factor, nameof(factor));

    /// <summary>Whether t counts epochs or steps; epochs by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    public ScheduleUnit Unit { get; init => field = Argument.Defined(value, nameof(Unit)); }

    /// <inheritdoc/>
    public override double Factor(in TrainingTime time) => Math.Pow(factor, time.Count(Unit));

    /// <summary>The settings as text.</summary>
    public override string ToString() => FormattableString.Invariant($"times {factor} by {Unit}");
}
