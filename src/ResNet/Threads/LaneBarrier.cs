namespace ResNet;

/// <summary>
/// Where lanes wait for one another. Each counts its arrivals, on a cache line of its own, and the others look. They spin
/// before they yield: a narrow network's step is shorter than the time it takes to wake a thread.
/// </summary>
internal sealed class LaneBarrier
{
    private const int Spins = 2000;

    /// <summary>Counts from one lane's to the next one's: 128 bytes, as long as a cache line is anywhere.</summary>
    private const int Stride = 128 / sizeof(int);

    private static readonly int processors = Environment.ProcessorCount;

    private int[] arrivals = [];
    private int count;
    private volatile bool broken;

    /// <summary>Whether a lane has failed: nobody meets here any more.</summary>
    public bool IsBroken => broken;

    /// <summary>From now on that many lanes meet here, none of which has arrived yet.</summary>
    public void Begin(int lanes)
    {
        count = lanes;
        if (arrivals.Length <= lanes * Stride) arrivals = new int[(lanes + 1) * Stride]; // the first stride is the header's
        Array.Clear(arrivals);
    }

    /// <summary>Counts an arrival of that lane, who need not wait; gives how many that makes.</summary>
    public int Arrive(int lane)
    {
        ref int own = ref ArrivalsOf(lane);
        int arrival = own + 1;
        Volatile.Write(ref own, arrival);
        return arrival;
    }

    /// <summary>Waits until every lane has arrived that often; what it wrote before is then seen.</summary>
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

    /// <summary>Lets nobody wait for a lane that has failed.</summary>
    public void Break() => broken = true;

    private ref int ArrivalsOf(int lane) => ref arrivals[(lane + 1) * Stride];
}
