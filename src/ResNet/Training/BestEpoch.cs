namespace ResNet;

/// <summary>The best epoch of a fit so far, by what early stopping monitors, and the network's values at its end.</summary>
internal sealed class BestEpoch(EarlyStopping stopping, Network network)
{
    private double value = double.PositiveInfinity;
    private int last;

    /// <summary>The network's values at the end of that epoch.</summary>
    public Snapshot Values { get; } = new(network);

    /// <summary>The best epoch's number; null before the first epoch.</summary>
    public int? Number { get; private set; }

    /// <summary>Whether the patience is used up.</summary>
    public bool IsTooLongAgo => last - (Number ?? 0) >= stopping.Patience;

    /// <summary>Whether the epoch is the best so far, so that its values should be copied.</summary>
    public bool Consider(EpochResult epoch)
    {
        last = epoch.Epoch;
        double watched = epoch.Watched(stopping.Metric);
        if (Number is not null && !(watched < value - stopping.MinimumImprovement)) return false;
        value = watched;
        Number = epoch.Epoch;
        return true;
    }

    /// <summary>Gives the network the best epoch's values; tells whether they are of an epoch before the last.</summary>
    public bool Restore()
    {
        if (Number is null) return false;
        Values.Restore();
        return Number != last;
    }
}
