namespace ResNet;

/// <summary>
/// Where and how often a fit writes checkpoints, from which <see cref="Trainer.Resume"/> continues it with the same bits, whatever
/// stopped it. A checkpoint holds the current weights, those of the last and of the best epoch, the optimizer's moments, the
/// position in the epoch with its sums so far, the history, the time spent, and a fingerprint of network, data and options: up to
/// five times the network's size, and the outputs for every training sample where metrics are measured.
/// </summary>
/// <remarks>
/// <para>
/// A fit writes a first checkpoint when it begins, then one whenever it is due, and a last one when it ends. None is written while
/// the network has a value that is not finite: after a divergence the last good one remains.
/// </para>
/// <para>
/// Each file is written under a temporary name, flushed to disk and renamed before an older one is deleted: whenever a fit is
/// killed, a complete checkpoint exists, and the next fit deletes what an interrupted write has left. Files are named
/// <c>checkpoint-000001.safetensors</c> and so on; Python's safetensors package reads their arrays. The format's header has room
/// for the history of about 300,000 epochs.
/// </para>
/// </remarks>
/// <example><code>var checkpoints = new Checkpoints("checkpoints") { EverySteps = 500 };</code></example>
public sealed record Checkpoints
{
    /// <summary>Checkpoints in a folder.</summary>
    /// <param name="folder">the folder of the files, created if needed. Use one folder for each trainer</param>
    /// <exception cref="ArgumentException">the folder is null or empty.</exception>
    public Checkpoints(string folder) => Folder = folder;

    /// <summary>The folder of the files.</summary>
    /// <exception cref="ArgumentException">the folder is null or empty.</exception>
    public string Folder
    {
        get;
        init => field = string.IsNullOrEmpty(value) ? throw new ArgumentException("Checkpoints need a folder.", nameof(Folder)) : value;
    }

    /// <summary>Steps between two checkpoints; null, the default, for time alone.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the number is below 1.</exception>
    public int? EverySteps
    {
        get;
        init => field = value is null or >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(EverySteps), value, "EverySteps must be at least 1.");
    }

    /// <summary>
    /// Time between two checkpoints, 10 minutes by default; null for steps alone. Where both are given, a checkpoint is written as
    /// soon as either has passed.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">the time is not positive.</exception>
    public TimeSpan? Every
    {
        get;
        init => field = value is null || value > TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Every), value, "The time between two checkpoints must be positive.");
    } = TimeSpan.FromMinutes(10);

    /// <summary>How many of the newest checkpoints are kept; 2 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the number is below 1.</exception>
    public int Keep
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Keep), value, "Keep must be at least 1.");
    } = 2;

    /// <summary>Every setting by its name.</summary>
    public override string ToString() => Shown.Record(nameof(Checkpoints), PrintMembers);
}
