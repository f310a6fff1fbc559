namespace ResNet;

/// <summary>
/// Half a cosine from 1 down to f over the whole fit: after t of T steps f + (1 − f)(1 + cos(πt/T))/2 (Loshchilov and
/// Hutter 2017, without restarts).
/// </summary>
public sealed class CosineSchedule : Schedule
{
    /// <summary>f, which the factor comes down to, in [0, 1]; 0 by default. The last step is one short of it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">f is not in [0, 1].</exception>
    public double Final { get; init => field = UpToOne(value, nameof(Final)); }

    /// <summary>Whether t and T count epochs or steps; steps by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    public ScheduleUnit By { get; init => field = Argument.Defined(value, nameof(By)); } = ScheduleUnit.Step;

    /// <inheritdoc/>
    public override double Factor(in TrainingTime time) => Between(1, Final, time.Share(By));

    /// <summary>The value at a share p of half a cosine that leads from one value to another.</summary>
    internal static double Between(double from, double to, double p) => to + (from - to) * (1 + Math.Cos(Math.PI * p)) / 2;

    /// <summary>The settings in words.</summary>
    public override string ToString() => FormattableString.Invariant($"cosine to {Final} by {By}");
}
