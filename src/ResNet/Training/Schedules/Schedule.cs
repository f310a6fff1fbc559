namespace ResNet;

/// <summary>
/// A learning rate schedule: the factor that the optimizer's learning rate is multiplied by at each step. Holds settings only,
/// so any number of trainers can share one object. Derive from it for a custom schedule.
/// </summary>
/// <example><code>TrainerOptions options = new() { Schedule = new CosineSchedule().WithWarmup(5, ScheduleUnit.Epoch) };</code></example>
public abstract class Schedule
{
    /// <summary>The constant factor 1: the learning rate stays that of the optimizer.</summary>
    public static Schedule Constant { get; } = new ConstantSchedule();

    /// <summary>The metric that this schedule monitors; null if there is none.</summary>
    internal virtual Metric? Watched => null;

    /// <summary>The factor that the optimizer's learning rate is multiplied by in the next step: finite and not negative.</summary>
    /// <param name="time">how far the training is</param>
    public abstract double Factor(in TrainingTime time);

    /// <summary>
    /// This schedule after a linear warm-up (Goyal et al. 2017) of n epochs or steps. While t &lt; n of them are completed, the
    /// factor is (t + 1)/n times this schedule's first; then this schedule runs as if the fit started there, over the fit's
    /// remaining steps and epochs.
    /// </summary>
    /// <param name="length">n, at least 1</param>
    /// <param name="unit">whether n counts epochs, so that the factor grows from epoch to epoch, or steps</param>
    /// <exception cref="ArgumentOutOfRangeException">n is less than 1, or there is no such unit.</exception>
    public Schedule WithWarmup(int length, ScheduleUnit unit) =>
        new Warmup(this, AtLeastOne(length, nameof(length)), Argument.Defined(unit));

    private protected static int AtLeastOne(int value, string name) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 1.");

    private protected static double UpToOne(double value, string name) => value is >= 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be between 0 and 1.");

    private protected static double PositiveUpToOne(double value, string name) => value is > 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be above 0 and at most 1.");

    private protected static double BetweenZeroAndOne(double value, string name) => value is > 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be above 0 and below 1.");
}
