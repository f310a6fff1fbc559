using System.Runtime.InteropServices;

namespace ResNet;

/// <summary>
/// Where lanes wait for one another. Each lane counts its arrivals on a cache line of its own; a lane that waits reads the
/// counts of all the others until none is behind.
/// </summary>
internal sealed class LaneBarrier
{
    private static readonly int processors = Environment.ProcessorCount;

    private Line[] lines = [];
    private int count;
    private volatile bool broken;

    /// <summary>Whether a lane has failed, so that waiting lanes throw.</summary>
    public bool IsBroken => broken;

    /// <summary>How long lanes have waited here, all together, in ticks of the stopwatch.</summary>
    public long Waited
    {
        get
        {
            long sum = 0;
            for (int lane = 0; lane < count; lane++) sum += LineOf(lane).Waited;
            return sum;
        }
    }

    /// <summary>Resets the barrier for this many lanes.</summary>
    public void Begin(int lanes)
    {
        count = lanes;
        if (lines.Length <= lanes) lines = new Line[lanes + 1]; // the first holds the array's header
        Array.Clear(lines);
    }

    /// <summary>Counts an arrival of a lane, without waiting; returns the lane's number of arrivals.</summary>
    public int Arrive(int lane)
    {
        ref int own = ref LineOf(lane).Arrivals;
        int arrival = own + 1;
        Volatile.Write(ref own, arrival);
        return arrival;
    }

    /// <summary>Lets a lane wait until every lane has arrived this many times; what they wrote before is then visible.</summary>
    public void Await(int lane, int arrival)
    {
        var wait = new LaneWait(count <= processors ? LaneWait.Spins : 0);
        for (int other = 0; other < count; other++)
        {
            ref int arrivals = ref LineOf(other).Arrivals;
            while (Volatile.Read(ref arrivals) < arrival)
            {
                if (broken) throw new OperationCanceledException("Another lane failed.");
                wait.Pause();
            }
        }

        if (wait.Ticks is > 0 and var ticks) LineOf(lane).Waited += ticks;
    }

    /// <summary>Called when a lane has failed: all lanes that wait for it throw.</summary>
    public void Break() => broken = true;

    private ref Line LineOf(int lane) => ref lines[lane + 1];

    /// <summary>What a lane writes: 128 bytes, the longest cache line of any processor.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 128)]
    private struct Line
    {
        public int Arrivals;
        public long Waited;
    }
}
