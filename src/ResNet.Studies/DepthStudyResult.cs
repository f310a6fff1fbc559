using System.Globalization;

namespace ResNet.Studies;

/// <summary>The result of a depth study.</summary>
public sealed class DepthStudyResult
{
    internal DepthStudyResult(DepthStudyOptions options, IReadOnlyList<RateSearch> searches)
    {
        Options = options;
        Runs = [.. searches.SelectMany(search => search.Ended)];
        PlannedRuns = Runs.Count + searches.Sum(search => search.Left);
        Points =
        [
            .. from search in searches
               group search by (search.Kind, search.Depth) into point
               let runs = point.SelectMany(search => search.Ended).ToList()
               where runs.Count > 0
               select DepthStudyPoint.Choose(runs, runs.Count + point.Sum(search => search.Left), options),
        ];
    }

    /// <summary>The options of the study.</summary>
    public DepthStudyOptions Options { get; }

    /// <summary>
    /// The finished runs, in the order of kinds, depths, initializations, learning rates (from the highest down) and seeds, whatever
    /// the order in which they ended.
    /// </summary>
    public IReadOnlyList<DepthStudyRun> Runs { get; }

    /// <summary>The number of runs of the study; an estimate if it was cancelled.</summary>
    public int PlannedRuns { get; }

    /// <summary>Whether runs are missing because the study was cancelled.</summary>
    public bool WasCancelled => Runs.Count < PlannedRuns;

    /// <summary>One summary for each kind and depth that has a run, in the order of kinds and depths.</summary>
    public IReadOnlyList<DepthStudyPoint> Points { get; }

    /// <summary>A table with a line for each kind and depth; an asterisk marks learning rates at the edge of the grid.</summary>
    public override string ToString()
    {
        string[] names = ["kind", "layers", "error", "lowest", "highest", "learning rate", "initialization", "dead", "diverged"];
        IEnumerable<string> lines = [.. ShownTable.Lines([names, .. Points.Select(Row)]), $"{Runs.Count} of {PlannedRuns} runs"];
        return string.Join(Environment.NewLine, lines);
    }

    private static string[] Row(DepthStudyPoint point) =>
    [
        $"{point.Kind}", $"{point.Depth}", Shown.Share(point.MedianError), Shown.Share(point.LowestError), Shown.Share(point.HighestError),
        $"{point.LearningRate.ToString(CultureInfo.InvariantCulture)}{(point.IsRateAtEdge ? "*" : "")}", $"{point.Initialization}",
        $"{point.Dead}", $"{point.Diverged}",
    ];
}
