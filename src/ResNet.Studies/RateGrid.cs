namespace ResNet.Studies;

/// <summary>The learning rates of a study from the highest down, known by their place, and what has ended at each in one search.</summary>
internal sealed class RateGrid(DepthStudyOptions options)
{
    private readonly float[] rates = [.. options.LearningRates.OrderDescending()];
    private readonly DepthStudyRun?[][] ended = [.. options.LearningRates.Select(_ => new DepthStudyRun?[options.Seeds])];

    public int Count => rates.Length;

    public int Middle => rates.Length / 2;

    /// <summary>The finished runs, in the order of places and seeds.</summary>
    public IEnumerable<DepthStudyRun> Ended => ended.SelectMany(seeds => seeds.OfType<DepthStudyRun>());

    public float this[int place] => rates[place];

    public int PlaceOf(float rate) => Array.IndexOf(rates, rate);

    /// <summary>The places beside this one.</summary>
    public IEnumerable<int> Beside(int place) => new[] { place - 1, place + 1 }.Where(beside => beside >= 0 && beside < Count);

    public void Add(DepthStudyRun run) => ended[PlaceOf(run.LearningRate)][run.Seed - 1] = run;

    public bool HasEnded(int place, int seed) => ended[place][seed - 1] is not null;

    public bool IsComplete(int place) => ended[place].All(run => run is not null);

    /// <summary>The first seed without a run at this place.</summary>
    public int NextSeed(int place) => Array.IndexOf(ended[place], null) + 1;

    /// <summary>The training error at this place with the first seed.</summary>
    public double FirstError(int place) => ended[place][0]!.TrainingError;

    /// <summary>Which of these places is the best with the first seed.</summary>
    public int BestWithFirstSeed(IEnumerable<int> places) => places.MinBy(place => Rank([ended[place][0]!]));

    /// <summary>Which of these places, all of them complete, is the best.</summary>
    public int Best(IEnumerable<int> places) => places.MinBy(place => Rank(ended[place]!));

    /// <summary>
    /// Whether a place misses seeds and would have smaller errors than the best one if these had none: a smaller median, or the same
    /// with a smaller highest error.
    /// </summary>
    public bool CanBeat(int place, int best) => !IsComplete(place) && Errors(place).CompareTo(Errors(best)) < 0;

    /// <summary>
    /// The smaller, the better is the rate of these runs: the smallest median error, then the smallest highest error, then the
    /// smallest median loss; of equals, the one nearest to the middle of the grid.
    /// </summary>
    public (double MedianError, double HighestError, double MedianLoss, int FromMiddle, int Place) Rank(IReadOnlyList<DepthStudyRun> runs)
    {
        int place = PlaceOf(runs[0].LearningRate);
        return (
            DepthStudyPoint.Median(runs.Select(run => run.TrainingError)),
            runs.Max(run => run.TrainingError),
            DepthStudyPoint.Median(runs.Select(run => run.TrainingLoss)),
            Math.Abs(place - Middle),
            place);
    }

    private (double Median, double Highest) Errors(int place)
    {
        double[] errors = [.. ended[place].Select(run => run?.TrainingError ?? 0)];
        return (DepthStudyPoint.Median(errors), errors.Max());
    }
}
