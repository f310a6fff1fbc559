using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace ResNet;

/// <summary>
/// The process's only pool of worker threads. A thread is started when it is first needed; between tasks it spins briefly and
/// then sleeps. It never keeps the process alive.
/// </summary>
internal static class Workers
{
    private static readonly List<Worker> pool = [];
    private static LaneBarrier barrier = new();
    private static int busy;

    /// <summary>
    /// Runs the body on this many lanes in parallel, the calling thread among them, and returns when all are done. Where the
    /// pool is in use, for example by another network, one lane does it all: the results are the same bits.
    /// </summary>
    /// <returns>how long lanes waited for one another, all together, in ticks of the stopwatch</returns>
    public static long Run(int lanes, Action<Lane> body)
    {
        if (lanes <= 1 || Interlocked.Exchange(ref busy, 1) == 1)
        {
            body(Lane.Alone);
            return 0;
        }

        try
        {
            return RunTogether(lanes, body);
        }
        finally
        {
            Volatile.Write(ref busy, 0);
        }
    }

    private static long RunTogether(int lanes, Action<Lane> body)
    {
        while (pool.Count < lanes - 1) pool.Add(new Worker());
        if (barrier.IsBroken) barrier = new LaneBarrier();
        barrier.Begin(lanes);
        for (int i = 1; i < lanes; i++) pool[i - 1].Start(new Lane(i, lanes, barrier), barrier, body);

        Exception? failure = null;
        try
        {
            body(new Lane(0, lanes, barrier));
        }
        catch (Exception exception)
        {
            barrier.Break();
            failure = exception;
        }

        long done = Stopwatch.GetTimestamp();
        for (int i = 1; i < lanes; i++)
        {
            Exception? other = pool[i - 1].Finish();
            if (failure is null or OperationCanceledException) failure = other ?? failure;
        }

        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
        return barrier.Waited + Stopwatch.GetTimestamp() - done;
    }

    [SuppressMessage("Design", "CA1001", Justification = "A worker lives as long as the process.")]
    private sealed class Worker
    {
        private readonly ManualResetEventSlim started = new(false, spinCount: 500);
        private readonly ManualResetEventSlim finished = new(false, spinCount: 500);
        private Lane lane;
        private LaneBarrier? barrier;
        private Action<Lane>? body;
        private Exception? failure;

        public Worker() => new Thread(Work) { IsBackground = true, Name = "ResNet worker" }.Start();

        public void Start(Lane lane, LaneBarrier barrier, Action<Lane> body)
        {
            (this.lane, this.barrier, this.body, failure) = (lane, barrier, body, null);
            finished.Reset();
            started.Set();
        }

        public Exception? Finish()
        {
            finished.Wait();
            body = null;
            return failure;
        }

        private void Work()
        {
            while (true)
            {
                started.Wait();
                started.Reset();
                try
                {
                    body!(lane);
                }
                catch (Exception exception)
                {
                    barrier!.Break();
                    failure = exception;
                }

                finished.Set();
            }
        }
    }
}
