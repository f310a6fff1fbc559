namespace ResNet;

/// <summary>What a fit came to, epoch by epoch, and why it ended.</summary>
public sealed class TrainingHistory
{
    internal TrainingHistory(IReadOnlyList<EpochResult> epochs, StopReason stopReason)
    {
        Epochs = epochs;
        StopReason = stopReason;
    }

    /// <summary>The epochs that were completed.</summary>
    public IReadOnlyList<EpochResult> Epochs { get; }

    /// <summary>
    /// Why the fit ended. Where early stopping was asked for, the network holds the best epoch's weights whatever the
    /// reason; else, after a divergence, those of the last epoch's end at which all was finite, and in any other case those
    /// of the last batch done.
    /// </summary>
    public StopReason StopReason { get; }

    /// <summary>
    /// The epoch, from 1, whose weights early stopping gave back; null without early stopping or a completed epoch.
    /// </summary>
    public int? BestEpoch { get; internal init; }

    /// <summary>Where the fit diverged; null if it did not.</summary>
    public Divergence? Divergence { get; internal init; }

    /// <summary>The time the fit took.</summary>
    public TimeSpan Duration { get; internal init; }
}
