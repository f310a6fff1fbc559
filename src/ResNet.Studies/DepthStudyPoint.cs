using System.Globalization;

namespace ResNet.Studies;

/// <summary>
/// The result of a depth study for one kind and depth: the learning rate and, for plain networks, the initialization with the
/// smallest median training error over the seeds.
/// </summary>
/// <param name="Kind">the kind of network</param>
/// <param name="Depth">its number of layers</param>
/// <param name="LearningRate">the learning rate chosen</param>
/// <param name="IsRateAtEdge">
/// whether that is the smallest or the largest of the options and has errors, so that a rate beyond it might be better
/// </param>
/// <param name="Initialization">the initialization chosen</param>
/// <param name="MedianError">median over the seeds of the training error, from 0 to 1</param>
/// <param name="LowestError">the lowest of these errors</param>
/// <param name="HighestError">the highest of these errors</param>
/// <param name="Seeds">the number of seeds in the median; fewer than in the options only if the study was cancelled</param>
/// <param name="Dead">how many of those runs ended dead</param>
/// <param name="Diverged">how many of those runs diverged</param>
/// <param name="Planned">the number of runs of this kind and depth; an estimate if the study was cancelled</param>
/// <param name="Tried">how many of them finished</param>
/// <param name="DeadOfTried">how many of the finished runs ended dead</param>
/// <param name="DivergedOfTried">how many of the finished runs diverged</param>
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
    /// Whether all runs finished. If not, the study was cancelled, perhaps before the best rate was tried, and the errors say
    /// little.
    /// </summary>
    public bool IsComplete => Tried == Planned;

    /// <summary>What was chosen, and its error.</summary>
    public override string ToString() =>
        $"{Kind}, {Depth} layers: error {Shown.Share(MedianError)} ({Shown.Share(LowestError)} to {Shown.Share(HighestError)}), " +
        $"learning rate {LearningRate.ToString(CultureInfo.InvariantCulture)}, {Initialization}";

    /// <summary>
    /// Chooses among the settings of one kind and depth. Settings with fewer seeds than others are left out: one lucky run is not
    /// a median.
    /// </summary>
    /// <param name="runs">the runs of one kind and depth, at least one</param>
    /// <param name="planned">these and the runs still to come</param>
    /// <param name="options">the options of the study</param>
    internal static DepthStudyPoint Choose(IReadOnlyList<DepthStudyRun> runs, int planned, DepthStudyOptions options)
    {
        var rates = new RateGrid(options);
        var settings = runs.GroupBy(run => (run.LearningRate, run.Initialization)).ToList();
        int seeds = settings.Max(setting => setting.Count());
        var chosen = settings.Where(setting => setting.Count() == seeds).MinBy(setting => rates.Rank([.. setting]))!;
        (float rate, Initialization initialization) = chosen.Key;
        bool isAtEnd = rates.Beside(rates.PlaceOf(rate)).Count() < 2;
        return new DepthStudyPoint(
            runs[0].Kind,
            runs[0].Depth,
            rate,
            isAtEnd && chosen.Any(run => run.TrainingError > 0),
            initialization,
            Median(chosen.Select(run => run.TrainingError)),
            chosen.Min(run => run.TrainingError),
            chosen.Max(run => run.TrainingError),
            seeds,
            chosen.Count(run => run.Status == RunStatus.Dead),
            chosen.Count(run => run.Status == RunStatus.Diverged),
            planned,
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
