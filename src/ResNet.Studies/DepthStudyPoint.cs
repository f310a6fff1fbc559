namespace ResNet.Studies;

/// <summary>
/// What a depth study found for one kind and depth: one learning rate out of the grid, and for plain networks one
/// initialization with it, chosen by the median training error over the seeds.
/// </summary>
/// <param name="Kind">the kind of network</param>
/// <param name="Depth">its number of layers</param>
/// <param name="LearningRate">the learning rate chosen</param>
/// <param name="IsRateAtEdge">
/// whether that is the smallest or the largest of the grid, so that a rate beyond it might do better
/// </param>
/// <param name="Initialization">the initialization chosen</param>
/// <param name="MedianError">median over the seeds of the training error, from 0 to 1</param>
/// <param name="LowestError">the lowest of these errors</param>
/// <param name="HighestError">the highest of these errors</param>
/// <param name="Seeds">seeds that the median is over; fewer than asked for only where the study was cancelled</param>
/// <param name="Dead">how many of those runs ended dead</param>
/// <param name="Diverged">how many of those runs diverged</param>
/// <param name="Planned">how many runs this kind and depth has when the study is not cancelled</param>
/// <param name="Tried">how many of them were finished, at every rate and initialization</param>
/// <param name="DeadOfTried">how many of those ended dead</param>
/// <param name="DivergedOfTried">how many of those diverged</param>
public sealed record DepthStudyPoint(
    NetworkKind Kind,
    int Depth,
    float LearningRate,
    bool IsRateAtEdge,
    Initialization Initialization,
    double MedianError,
    double LowestError,
    double HighestError,
    int Seeds,
    int Dead,
    int Diverged,
    int Planned,
    int Tried,
    int DeadOfTried,
    int DivergedOfTried)
{
    /// <summary>
    /// Whether all runs are there. Where they are not, the study was cancelled before the best rate may have been tried, and
    /// the errors say little.
    /// </summary>
    public bool IsComplete => Tried == Planned;

    /// <summary>
    /// Chooses among the runs of one kind and depth. The median error decides, then the highest error, then the median
    /// loss. Settings that have fewer seeds than others do not take part: one lucky run is no median.
    /// </summary>
    /// <param name="runs">the runs of one kind and depth, at least one</param>
    /// <param name="options">what was to be tried</param>
    internal static DepthStudyPoint Choose(IReadOnlyList<DepthStudyRun> runs, DepthStudyOptions options)
    {
        var settings = runs.GroupBy(run => (run.LearningRate, run.Initialization)).ToList();
        int seeds = settings.Max(setting => setting.Count());
        var chosen = settings
            .Where(setting => setting.Count() == seeds)
            .OrderBy(setting => Median(setting.Select(run => run.TrainingError)))
            .ThenBy(setting => setting.Max(run => run.TrainingError))
            .ThenBy(setting => Median(setting.Select(run => run.TrainingLoss)))
            .First();
        (float rate, Initialization initialization) = chosen.Key;
        return new DepthStudyPoint(
            runs[0].Kind,
            runs[0].Depth,
            rate,
            rate == options.LearningRates.Min() || rate == options.LearningRates.Max(),
            initialization,
            Median(chosen.Select(run => run.TrainingError)),
            chosen.Min(run => run.TrainingError),
            chosen.Max(run => run.TrainingError),
            seeds,
            chosen.Count(run => run.Status == RunStatus.Dead),
            chosen.Count(run => run.Status == RunStatus.Diverged),
            PlannedRun.InitializationsOf(runs[0].Kind).Count * options.LearningRates.Count * options.Seeds,
            runs.Count,
            runs.Count(run => run.Status == RunStatus.Dead),
            runs.Count(run => run.Status == RunStatus.Diverged));
    }

    /// <summary>The middle value; the mean of the two middle ones where their number is even.</summary>
    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
