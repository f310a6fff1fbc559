namespace ResNet;

/// <summary>
/// Where lanes wait for one another. Each lane counts its arrivals on a cache line of its own; a lane that waits reads the
/// counts of all the others until none is behind. It spins before it yields: a narrow network's step is shorter than the time
/// it takes to wake a thread.
/// </summary>
internal sealed class LaneBarrier
{
    private const int Spins = 2000;

    /// <summary>Elements from one lane's count to the next: 128 bytes, the longest cache line of any processor.</summary>
    private const int Stride = 128 / sizeof(int);

    private static readonly int processors = Environment.ProcessorCount;

    private int[] arrivals = [];
    private int count;
    private volatile bool broken;

    /// <summary>Whether a lane has failed, so that waiting lanes throw.</summary>
    public bool IsBroken => broken;

    /// <summary>Resets the barrier for this many lanes.</summary>
    public void Begin(int lanes)
    {
        count = lanes;
        if (arrivals.Length <= lanes * Stride) arrivals = new int[(lanes + 1) * Stride]; // the first stride holds the array's header
        Array.Clear(arrivals);
    }

    /// <summary>Counts an arrival of a lane, without waiting; returns the lane's number of arrivals.</summary>
    public int Arrive(int lane)
    {
        ref int own = ref ArrivalsOf(lane);
        int arrival = own + 1;
        Volatile.Write(ref own, arrival);
        return arrival;
    }

    /// <summary>Waits until every lane has arrived this many times; what they wrote before is then visible.</summary>
    public void Await(int arrival)
    {
        for (int lane = 0; lane < count; lane++)
        {
            ref int other = ref ArrivalsOf(lane);
            for (int i = 0; Volatile.Read(ref other) < arrival; i++)
            {
                if (broken) throw new OperationCanceledException("Another lane failed.");
                if (i < Spins && count <= processors) Thread.SpinWait(4);
                else Thread.Yield();
            }
        }
    }

    /// <summary>Called when a lane has failed: all lanes that wait for it throw.</summary>
    public void Break() => broken = true;

    private ref int ArrivalsOf(int lane) => ref arrivals[(lane + 1) * Stride];
}
