namespace ResNet.Studies;

/// <summary>What a depth study found.</summary>
public sealed class DepthStudyResult
{
    internal DepthStudyResult(DepthStudyOptions options, IReadOnlyList<DepthStudyRun> runs, int planned)
    {
        Options = options;
        Runs = runs;
        PlannedRuns = planned;
        Points =
        [
            .. runs.GroupBy(run => (run.Kind, run.Depth)).Select(group => DepthStudyPoint.Choose([.. group], options)),
        ];
    }

    /// <summary>What was studied.</summary>
    public DepthStudyOptions Options { get; }

    /// <summary>
    /// The runs that were finished, in the order of kinds, depths, initializations, learning rates and seeds, whatever the
    /// order in which they ended.
    /// </summary>
    public IReadOnlyList<DepthStudyRun> Runs { get; }

    /// <summary>How many runs the study has when it is not cancelled.</summary>
    public int PlannedRuns { get; }

    /// <summary>Whether runs are missing because the study was cancelled.</summary>
    public bool WasCancelled => Runs.Count < PlannedRuns;

    /// <summary>One summary for each kind and depth that has a run, in the order of kinds and depths.</summary>
    public IReadOnlyList<DepthStudyPoint> Points { get; }
}
