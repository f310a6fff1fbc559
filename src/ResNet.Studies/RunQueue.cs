using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace ResNet.Studies;

/// <summary>
/// The runs of a study, trained by several threads in parallel: the deepest first, so that no long run is left for one thread at
/// the end. Results are kept in the planned order.
/// </summary>
internal sealed class RunQueue(IReadOnlyList<PlannedRun> planned, IProgress<DepthStudyProgress>? progress)
{
    private readonly int[] order = [.. Enumerable.Range(0, planned.Count).OrderByDescending(i => planned[i].Depth)];
    private readonly DepthStudyRun?[] ended = new DepthStudyRun?[planned.Count];
    private readonly Lock reporting = new();
    private readonly Stopwatch watch = new();
    private int next = -1;
    private int done;
    private long layersDone;
    private ExceptionDispatchInfo? failure;

    public IReadOnlyList<DepthStudyRun> Ended => [.. ended.OfType<DepthStudyRun>()];

    /// <summary>Trains all runs; returns when the threads have ended, early if cancelled.</summary>
    /// <param name="train">trains one run; returns null if cancelled</param>
    /// <param name="threads">the number of parallel runs</param>
    /// <param name="cancellation">ends the work</param>
    public void Work(Func<PlannedRun, DepthStudyRun?> train, int threads, CancellationToken cancellation)
    {
        watch.Start();
        Thread[] workers = [.. Enumerable.Range(1, Math.Min(threads, planned.Count)).Select(number =>
            new Thread(() => TakeRuns(train, cancellation)) { IsBackground = true, Name = $"Depth study {number}" })];
        foreach (Thread worker in workers) worker.Start();
        foreach (Thread worker in workers) worker.Join();
        failure?.Throw();
    }

    private void TakeRuns(Func<PlannedRun, DepthStudyRun?> train, CancellationToken cancellation)
    {
        try
        {
            while (failure is null && !cancellation.IsCancellationRequested)
            {
                int taken = Interlocked.Increment(ref next);
                if (taken >= order.Length || train(planned[order[taken]]) is not { } run) return;
                ended[order[taken]] = run;
                Report(run);
            }
        }
        catch (Exception exception)
        {
            failure = ExceptionDispatchInfo.Capture(exception);
        }
    }

    private void Report(DepthStudyRun run)
    {
        lock (reporting)
        {
            done++;
            layersDone += run.Depth;
            long layersLeft = planned.Sum(one => (long)one.Depth) - layersDone;
            TimeSpan elapsed = watch.Elapsed;
            progress?.Report(new DepthStudyProgress(done, planned.Count, elapsed, elapsed * ((double)layersLeft / layersDone), run));
        }
    }
}
