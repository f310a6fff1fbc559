namespace ResNet;

/// <summary>
/// One cycle (Smith 2018): half a cosine from s up to 1, the optimizer's learning rate, over a share p of the fit, and half
/// a cosine from there down to f. After a share q = t/T of the steps the factor is s + (1 − s)(1 − cos(πq/p))/2 where
/// q &lt; p, else f + (1 − f)(1 + cos(π(q − p)/(1 − p)))/2.
/// </summary>
public sealed class OneCycleSchedule : Schedule
{
    /// <summary>p, the share of the fit after which the factor is 1, above 0 and below 1; 0.3 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">p is not above 0 and below 1.</exception>
    public double Peak { get; init => field = BetweenZeroAndOne(value, nameof(Peak)); } = 0.3;

    /// <summary>s, the first step's factor, in [0, 1]; 0.04 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">s is not in [0, 1].</exception>
    public double Start { get; init => field = UpToOne(value, nameof(Start)); } = 0.04;

    /// <summary>f, the final factor, in [0, 1]; 1e-4 by default. The fit ends one step before it is reached.</summary>
    /// <exception cref="ArgumentOutOfRangeException">f is not in [0, 1].</exception>
    public double Final { get; init => field = UpToOne(value, nameof(Final)); } = 1e-4;

    /// <summary>Whether t and T count epochs or steps; steps by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    public ScheduleUnit Unit { get; init => field = Argument.Defined(value, nameof(Unit)); } = ScheduleUnit.Step;

    /// <inheritdoc/>
    public override double Factor(in TrainingTime time)
    {
        double share = time.Share(Unit);
        return share < Peak
            ? CosineSchedule.Between(Start, 1, share / Peak)
            : CosineSchedule.Between(1, Final, (share - Peak) / (1 - Peak));
    }

    /// <summary>The settings as text.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"one cycle from {Start} with its peak at {Peak} to {Final} by {Unit}");
}
