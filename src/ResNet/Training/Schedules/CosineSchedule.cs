namespace ResNet;

/// <summary>
/// Cosine annealing: half a cosine from 1 down to f over the whole fit, so that the factor after t of T steps is
/// f + (1 − f)(1 + cos(πt/T))/2 (Loshchilov and Hutter 2017, without restarts).
/// </summary>
public sealed class CosineSchedule : Schedule
{
    /// <summary>f, the final factor, in [0, 1]; 0 by default. The fit ends one step before it is reached.</summary>
    /// <exception cref="ArgumentOutOfRangeException">f is not in [0, 1].</exception>
    public double Final { get; init => field = UpToOne(value, nameof(Final)); }

    /// <summary>Whether t and T count epochs or steps; steps by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    public ScheduleUnit Unit { get; init => field = Argument.Defined(value, nameof(Unit)); } = ScheduleUnit.Step;

    /// <inheritdoc/>
    public override double Factor(in TrainingTime time) => Between(1, Final, time.Share(Unit));

    /// <summary>The value at p, in [0, 1], of half a cosine from one value to another.</summary>
    internal static double Between(double from, double to, double p) => to + (from - to) * (1 + Math.Cos(Math.PI * p)) / 2;

    /// <summary>The settings as text.</summary>
    public override string ToString() => FormattableString.Invariant($"cosine to {Final} by {Unit}");
}
