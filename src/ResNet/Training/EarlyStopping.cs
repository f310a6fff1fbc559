namespace ResNet;

/// <summary>
/// Ends a fit that no longer improves, and restores the weights of its best epoch, however the fit ends (Prechelt 1998). A
/// second fit continues from those weights, but with the optimizer's moments of the last epoch.
/// </summary>
public sealed record EarlyStopping
{
    /// <summary>
    /// The metric that is monitored, on the validation data, or on the training data where there is none; null, the default, for
    /// the loss.
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
