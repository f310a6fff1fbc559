using System.Diagnostics;

namespace ResNet;

/// <summary>
/// One wait of a lane for others. It spins first, for a narrow network's step is shorter than the time it takes to wake a thread;
/// then lets others have the core from time to time; and sleeps at last, so that a lane that shares its core with another program
/// can move to this one.
/// </summary>
/// <param name="spins">how often it spins before it yields</param>
internal struct LaneWait(int spins)
{
    /// <summary>Spins of .15 µs; on a quiet machine few waits last longer.</summary>
    public const int Spins = 2000;

    private static readonly long longestYielding = Stopwatch.Frequency / 500;

    private int pauses;
    private long began;

    /// <summary>How long it has lasted, in ticks of the stopwatch; 0 if it was over almost at once.</summary>
    public readonly long Ticks => began == 0 ? 0 : Stopwatch.GetTimestamp() - began;

    /// <summary>Waits a moment.</summary>
    public void Pause()
    {
        pauses++;
        if (pauses == 2) began = Stopwatch.GetTimestamp(); // shorter ones are not worth reading the clock
        if (pauses <= spins) Thread.SpinWait(4);
        else if (Ticks < longestYielding) Thread.Yield();
        else Thread.Sleep(1);
    }
}
