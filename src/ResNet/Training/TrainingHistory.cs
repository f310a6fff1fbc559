namespace ResNet;

/// <summary>The results of a fit, epoch by epoch, and why it ended.</summary>
/// <example><code>Console.WriteLine(trainer.Fit(train, validation)); // a table of epochs</code></example>
public sealed class TrainingHistory
{
    internal TrainingHistory(IReadOnlyList<EpochResult> epochs, StopReason stopReason)
    {
        Epochs = epochs;
        StopReason = stopReason;
    }

    /// <summary>The completed epochs.</summary>
    public IReadOnlyList<EpochResult> Epochs { get; }

    /// <summary>
    /// Why the fit ended. With early stopping, the network then has the best epoch's weights, whatever the reason. Without it,
    /// the network has the weights after the last batch or, after a divergence, those at the end of the last epoch that left
    /// everything finite.
    /// </summary>
    public StopReason StopReason { get; }

    /// <summary>
    /// The epoch, from 1, whose weights early stopping restored; null without early stopping or without a completed epoch.
    /// </summary>
    public int? BestEpoch { get; internal init; }

    /// <summary>Where the fit diverged; null if it did not.</summary>
    public Divergence? Divergence { get; internal init; }

    /// <summary>The time the fit took.</summary>
    public TimeSpan Duration { get; internal init; }

    /// <summary>
    /// A table with a line for each epoch (of many, for the first, the best and the last), and why the fit ended. <c>val.</c> stands
    /// for the validation data.
    /// </summary>
    public override string ToString() => HistorySummary.Of(this);
}
