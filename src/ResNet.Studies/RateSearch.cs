namespace ResNet.Studies;

/// <summary>
/// The search for the best learning rate of one kind, depth and initialization. With the first seed it tries every other rate of
/// the grid, from the middle outwards, until the errors at both ends are above the smallest one or that is 0; then the rates beside
/// the best. The best is trained with all seeds, and the rates beside it with one seed after the other while they can still be
/// better. Where one is, the search goes on beside that. It decides only when all runs that it waits for have ended, so that their
/// order does not count.
/// </summary>
internal sealed class RateSearch
{
    private const int FirstSeed = 1;

    private readonly Initialization initialization;
    private readonly int otherSeeds;
    private readonly RateGrid rates;
    private readonly IEnumerator<IEnumerable<(int Place, int Seed)>> steps;
    private int later;

    public RateSearch(NetworkKind kind, int depth, Initialization initialization, DepthStudyOptions options)
    {
        (Kind, Depth, this.initialization, otherSeeds) = (kind, depth, initialization, options.Seeds - 1);
        rates = new RateGrid(options);
        steps = Steps().GetEnumerator();
        Advance();
    }

    public NetworkKind Kind { get; }

    public int Depth { get; }

    /// <summary>The runs that the search waits for; none at its end.</summary>
    public IReadOnlyList<PlannedRun> Wanted { get; private set; } = [];

    /// <summary>The finished runs, from the highest learning rate down and in the order of seeds.</summary>
    public IReadOnlyList<DepthStudyRun> Ended => [.. rates.Ended];

    /// <summary>How many runs are still to come: those waited for and the usual number after them. 0 only at the end.</summary>
    public int Left => Wanted.Count + later;

    /// <summary>The searches of a study, in the order of its results.</summary>
    public static IEnumerable<RateSearch> Of(DepthStudyOptions options) =>
        from kind in options.Kinds
        from depth in options.Depths
        from initialization in InitializationsOf(kind)
        select new RateSearch(kind, depth, initialization, options);

    /// <summary>Takes a run that the search waited for.</summary>
    public void Add(DepthStudyRun run)
    {
        rates.Add(run);
        Wanted = [.. Wanted.Where(wanted => (wanted.LearningRate, wanted.Seed) != (run.LearningRate, run.Seed))];
        Advance();
    }

    /// <summary>Plain networks take the better of two; deep ones may train better with orthogonal weights.</summary>
    private static IReadOnlyList<Initialization> InitializationsOf(NetworkKind kind) =>
        kind == NetworkKind.Plain ? [Initialization.He, Initialization.Orthogonal] : [Initialization.He];

    private void Advance()
    {
        while (Wanted.Count == 0 && steps.MoveNext())
        {
            Wanted =
            [
                .. from run in steps.Current
                   where !rates.HasEnded(run.Place, run.Seed)
                   select new PlannedRun(Kind, Depth, initialization, rates[run.Place], run.Seed),
            ];
        }
    }

    /// <summary>The search, step by step: each gives the runs whose results the next one needs.</summary>
    private IEnumerable<IEnumerable<(int Place, int Seed)>> Steps()
    {
        int outwards = Math.Min(2, rates.Count / 3), beside = Math.Min(2, rates.Count - 1), secondSeeds = otherSeeds > 0 ? beside : 0;
        later = outwards + beside + otherSeeds + secondSeeds;
        List<int> tried = [];
        for (int[] next = [rates.Middle]; next.Length > 0; next = [.. Outwards(tried)])
        {
            yield return next.Select(place => (place, FirstSeed));
            tried.AddRange(next);
            later = beside + otherSeeds + secondSeeds;
        }

        int best = rates.BestWithFirstSeed(tried);
        if (rates.FirstError(best) == 0) secondSeeds = 0;
        later = otherSeeds + secondSeeds;
        yield return rates.Beside(best).Select(place => (place, FirstSeed));

        later = secondSeeds;
        best = rates.BestWithFirstSeed([best, .. rates.Beside(best)]);
        while (true)
        {
            yield return Enumerable.Range(FirstSeed, 1 + otherSeeds).Select(seed => (best, seed));
            later = 0;
            while (rates.Beside(best).Where(place => rates.CanBeat(place, best)).ToArray() is { Length: > 0 } open)
            {
                yield return open.Select(place => (place, rates.NextSeed(place)));
            }

            int better = rates.Best([best, .. rates.Beside(best).Where(rates.IsComplete)]);
            if (better == best) yield break;
            best = better;
        }
    }

    /// <summary>The places two beyond an end of those tried where the error is as small as anywhere, but not 0.</summary>
    private IEnumerable<int> Outwards(IReadOnlyList<int> tried)
    {
        double smallest = tried.Min(rates.FirstError);
        if (smallest == 0) yield break;
        (int first, int last) = (tried.Min(), tried.Max());
        if (first >= 2 && rates.FirstError(first) == smallest) yield return first - 2;
        if (last + 2 < rates.Count && rates.FirstError(last) == smallest) yield return last + 2;
    }
}
