using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace ResNet.Studies;

/// <summary>
/// The runs of searches, trained by several threads in parallel: the deepest first, so that no long run is left for one thread at
/// the end.
/// </summary>
internal sealed class RunQueue(IReadOnlyList<RateSearch> searches, IProgress<DepthStudyProgress>? progress)
{
    private readonly RateSearch[] deepestFirst = [.. searches.OrderByDescending(search => search.Depth)];
    private readonly HashSet<PlannedRun> training = [];
    private readonly object gate = new();
    private readonly Lock reporting = new();
    private readonly Stopwatch watch = new();
    private ExceptionDispatchInfo? failure;

    /// <summary>Trains until all searches have ended and the threads with them; returns early if cancelled.</summary>
    /// <param name="train">trains one run; returns null if cancelled</param>
    /// <param name="threads">the number of parallel runs</param>
    /// <param name="cancellation">ends the work</param>
    public void Work(Func<PlannedRun, DepthStudyRun?> train, int threads, CancellationToken cancellation)
    {
        watch.Start();
        Thread[] workers = [.. Enumerable.Range(1, Math.Min(threads, searches.Sum(search => search.Left))).Select(number =>
            new Thread(() => TakeRuns(train, cancellation)) { IsBackground = true, Name = $"Depth study {number}" })];
        foreach (Thread worker in workers) worker.Start();
        foreach (Thread worker in workers) worker.Join();
        failure?.Throw();
    }

    private void TakeRuns(Func<PlannedRun, DepthStudyRun?> train, CancellationToken cancellation)
    {
        while (Next(cancellation) is var (search, planned))
        {
            try
            {
                if (train(planned) is { } run) End(search, run);
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
            finally
            {
                lock (gate)
                {
                    training.Remove(planned);
                    Monitor.PulseAll(gate);
                }
            }
        }
    }

    /// <summary>A run that nobody trains yet, perhaps after a wait for others that decide which; null at the end of the work.</summary>
    private (RateSearch Search, PlannedRun Planned)? Next(CancellationToken cancellation)
    {
        lock (gate)
        {
            while (failure is null && !cancellation.IsCancellationRequested)
            {
                foreach (RateSearch search in deepestFirst)
                {
                    foreach (PlannedRun planned in search.Wanted)
                    {
                        if (training.Add(planned)) return (search, planned);
                    }
                }

                if (training.Count == 0) return null;
                Monitor.Wait(gate);
            }

            return null;
        }
    }

    private void End(RateSearch search, DepthStudyRun run)
    {
        lock (reporting)
        {
            DepthStudyProgress report;
            lock (gate)
            {
                search.Add(run);
                Monitor.PulseAll(gate);
                report = ProgressAfter(run);
            }

            progress?.Report(report);
        }
    }

    private DepthStudyProgress ProgressAfter(DepthStudyRun run)
    {
        int done = searches.Sum(search => search.Ended.Count);
        long layersDone = searches.Sum(search => (long)search.Depth * search.Ended.Count);
        long layersLeft = searches.Sum(search => (long)search.Depth * search.Left);
        TimeSpan elapsed = watch.Elapsed, left = elapsed * ((double)layersLeft / layersDone);
        return new DepthStudyProgress(done, done + searches.Sum(search => search.Left), elapsed, left, run);
    }
}
