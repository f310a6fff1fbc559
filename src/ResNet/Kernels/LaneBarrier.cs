namespace ResNet;

/// <summary>
/// Where lanes wait for one another. They spin before they yield: a narrow network's step is shorter than the time it
/// takes to wake a thread.
/// </summary>
internal sealed class LaneBarrier
{
    private const int Spins = 2000;

    private static readonly int processors = Environment.ProcessorCount;

    private int arrived;
    private int phase;
    private volatile bool broken;

    /// <summary>How many lanes meet here.</summary>
    public int Count { get; set; }

    /// <summary>Whether a lane has failed: nobody meets here any more.</summary>
    public bool IsBroken => broken;

    public void Wait()
    {
        int mine = Volatile.Read(ref phase);
        if (Interlocked.Increment(ref arrived) == Count)
        {
            arrived = 0;
            Volatile.Write(ref phase, mine + 1);
            return;
        }

        for (int i = 0; Volatile.Read(ref phase) == mine; i++)
        {
            if (broken) throw new OperationCanceledException("Another lane failed.");
            if (i < Spins && Count <= processors) Thread.SpinWait(4);
            else Thread.Yield();
        }
    }

    /// <summary>Lets nobody wait for a lane that has failed.</summary>
    public void Break() => broken = true;
}
