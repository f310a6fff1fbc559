namespace ResNet;

/// <summary>What a fit came to, epoch by epoch.</summary>
public sealed class TrainingHistory
{
    internal TrainingHistory(IReadOnlyList<EpochResult> epochs, bool wasCancelled)
    {
        Epochs = epochs;
        WasCancelled = wasCancelled;
    }

    /// <summary>The epochs that were completed.</summary>
    public IReadOnlyList<EpochResult> Epochs { get; }

    /// <summary>Whether the fit was cancelled; the network then holds the weights of the last batch done.</summary>
    public bool WasCancelled { get; }
}
