namespace ResNet;

/// <summary>
/// How the learning rate changes: what the optimizer's learning rate is multiplied by at each step. Holds settings only,
/// so one object can serve any number of trainers. Derive from it for a schedule of your own.
/// </summary>
public abstract class Schedule
{
    /// <summary>The factor 1 throughout: the learning rate stays what the optimizer says.</summary>
    public static Schedule Constant { get; } = new ConstantSchedule();

    /// <summary>A metric that epochs must be measured by for this schedule; null if there is none.</summary>
    internal virtual Metric? Watched => null;

    /// <summary>What the optimizer's learning rate is multiplied by for the step at hand: not negative and finite.</summary>
    /// <param name="time">how far the training is</param>
    public abstract double Factor(in TrainingTime time);

    /// <summary>
    /// This schedule behind a linear warm-up (Goyal et al. 2017) of n epochs or steps. While t &lt; n of them are done, the
    /// factor is (t + 1)/n times this schedule's first; then this schedule runs as if the fit had begun there, with the rest
    /// of the fit's steps, and counts epochs from there.
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
