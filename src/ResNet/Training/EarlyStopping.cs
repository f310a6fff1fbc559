namespace ResNet;

/// <summary>
/// Ends a fit that no longer improves, and restores the weights of its best epoch, however the fit ends (Prechelt 1998). A
/// second fit continues from those weights; if they are not the last epoch's, the optimizer's moments begin again at 0.
/// </summary>
/// <remarks>
/// The default schedule is planned for all epochs: a fit that ends long before has not reached the low rates. Choose
/// <see cref="TrainerOptions.Epochs"/> near what is needed, or <see cref="Schedule.Constant"/>.
/// </remarks>
/// <example>
/// <code>
/// TrainerOptions options = new() { Epochs = 100, EarlyStopping = new EarlyStopping { Metric = Metric.RocAuc, Patience = 5 } };
/// </code>
/// </example>
public sealed record EarlyStopping
{
    /// <summary>
    /// The metric that is monitored, on the validation data, or on the training data where there is none; it is measured even if
    /// <see cref="TrainerOptions.Metrics"/> does not name it. Null, the default, for the loss.
    /// </summary>
    public Metric? Metric { get; init; }

    /// <summary>Consecutive epochs without an improvement after which the fit ends; 10 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the number is below 1.</exception>
    public int Patience
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Patience), value, "Patience must be at least 1.");
    } = 10;

    /// <summary>An epoch counts as an improvement if it is better than the best before it by more than this; 0 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the number is negative or not finite.</exception>
    public double MinimumImprovement
    {
        get;
        init => field = value >= 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(MinimumImprovement), value, "MinimumImprovement must be finite and not negative.");
    }

    /// <summary>Every setting by its name.</summary>
    public override string ToString() => Shown.Record(nameof(EarlyStopping), PrintMembers);
}
