namespace ResNet;

/// <summary>
/// Where and how often a fit writes down where it stands, so that <see cref="Trainer.Resume"/> can go on from there to the same
/// bits, whatever stopped it. A checkpoint holds the weights, those of the last and of the best epoch, the optimizer's memory,
/// the place in the epoch with its sums, the history, the time spent, and what fixes the bits: up to five times the network's
/// size, and one output for every training sample where metrics are measured.
/// </summary>
/// <param name="folder">where the files go; it is made if it is not there. Use one folder for each trainer</param>
/// <exception cref="ArgumentException">there is no folder.</exception>
/// <remarks>
/// <para>
/// A fit writes a first checkpoint as it begins, then one whenever it is time, and a last one as it ends. None is written of a
/// network that holds a value that is not finite: after a divergence the last sound one stays.
/// </para>
/// <para>
/// Each file is written beside the others, flushed to disk and renamed before an older one goes: whenever a fit is killed, a
/// whole checkpoint is there, and what the killed write has left goes with the next fit. Files are named
/// <c>checkpoint-000001.safetensors</c> and on; Python's safetensors package reads their arrays. The history of some 300,000
/// epochs is the most that the format's header holds.
/// </para>
/// </remarks>
public sealed class Checkpoints(string folder)
{
    /// <summary>Where the files go.</summary>
    public string Folder { get; } = string.IsNullOrEmpty(folder)
        ? throw new ArgumentException("Checkpoints need a folder.", nameof(folder))
        : folder;

    /// <summary>Steps between two checkpoints; null, the default, goes by time alone.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the number is below 1.</exception>
    public int? EverySteps
    {
        get;
        init => field = value is null or >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(EverySteps), value, "EverySteps must be at least 1.");
    }

    /// <summary>
    /// Time between two checkpoints, 10 minutes by default; null goes by steps alone. Where both are given, whichever is over
    /// first counts.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">the time is not positive.</exception>
    public TimeSpan? Every
    {
        get;
        init => field = value is null || value > TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Every), value, "The time between two checkpoints must be positive.");
    } = TimeSpan.FromMinutes(10);

    /// <summary>Checkpoints that are kept, the newest; 2 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the number is below 1.</exception>
    public int Keep
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Keep), value, "Keep must be at least 1.");
    } = 2;
}
