namespace ResNet;

/// <summary>
/// Ends a fit that gets no better and gives the network back the weights of its best epoch, however the fit ends
/// (Prechelt 1998). A second fit goes on from those weights, with the optimizer's memory of the last epoch.
/// </summary>
public sealed class EarlyStopping
{
    /// <summary>
    /// What an epoch is judged by, on the validation data, or on the training data where there is none. Null, the default,
    /// is the loss.
    /// </summary>
    public Metric? Metric { get; init; }

    /// <summary>Epochs in a row without a gain after which the fit ends; 10 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the number is below 1.</exception>
    public int Patience
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Patience), value, "Patience must be at least 1.");
    } = 10;

    /// <summary>What an epoch must be better by than the best before it to count; more than 0 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the gain is negative or not finite.</exception>
    public double MinimumGain
    {
        get;
        init => field = value >= 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MinimumGain), value, "MinimumGain must be finite and not negative.");
    }
}
