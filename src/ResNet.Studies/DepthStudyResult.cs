namespace ResNet.Studies;

/// <summary>The result of a depth study.</summary>
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

    /// <summary>The options of the study.</summary>
    public DepthStudyOptions Options { get; }

    /// <summary>
    /// The finished runs, in the order of kinds, depths, initializations, learning rates and seeds, whatever the order in which
    /// they ended.
    /// </summary>
    public IReadOnlyList<DepthStudyRun> Runs { get; }

    /// <summary>The number of runs of the study if it is not cancelled.</summary>
    public int PlannedRuns { get; }

    /// <summary>Whether runs are missing because the study was cancelled.</summary>
    public bool WasCancelled => Runs.Count < PlannedRuns;

    /// <summary>One summary for each kind and depth that has a run, in the order of kinds and depths.</summary>
    public IReadOnlyList<DepthStudyPoint> Points { get; }
}
