using System.Diagnostics;

namespace ResNet;

/// <summary>
/// How far apart lanes are: whether data that one stores reaches another through a shared cache, or crosses from one die or
/// socket to another, which takes several times as long. Threads may move between cores, so it is measured again and again.
/// Lanes 1, 2, … in turn play ping-pong with lane 0: each waits until the other has incremented a shared counter.
/// </summary>
internal sealed class LaneDistance
{
    private const int Rounds = 4;
    private const int Throws = 8;

    /// <summary>Looks without a pause, which would lengthen the round trip: some 10 µs, after which there is nothing to measure.</summary>
    private const int Looks = 10_000;

    /// <summary>How long a measurement is valid.</summary>
    public static readonly TimeSpan Valid = TimeSpan.FromMilliseconds(500);

    /// <summary>A round trip of a cache line: 90 to 190 ns were measured through a shared cache, 300 to 600 between dies.</summary>
    private const double NanosecondsFar = 250;

    private long measured;
    private double longest;
    private int thrown;

    /// <summary>Whether it is time to measure.</summary>
    public bool IsDue => measured == 0 || Stopwatch.GetElapsedTime(measured) > Valid;

    /// <summary>Whether some lane was far from the first when last measured; false if there are more lanes than processors.</summary>
    public bool IsFar { get; private set; }

    /// <summary>Measures the round trip between the first lane and each of the others in turn; all lanes must call this together.</summary>
    public void Measure(Lane lane)
    {
        if (lane.Index == 0) (measured, longest) = (Stopwatch.GetTimestamp(), 0);
        if (lane.Count > Environment.ProcessorCount) return;
        for (int other = 1; other < lane.Count; other++)
        {
            lane.Barrier();
            if (lane.Index == 0) longest = Math.Max(longest, Throw());
            else if (lane.Index == other) ThrowBack();
        }

        if (lane.Index == 0) IsFar = longest > NanosecondsFar;
    }

    /// <summary>The nanoseconds of a round trip: the mean of each round of throws, and the shortest of the rounds.</summary>
    private double Throw()
    {
        long shortest = long.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < Throws; i++)
            {
                Volatile.Write(ref thrown, thrown + 1);
                AwaitThrow(even: true);
            }

            shortest = Math.Min(shortest, Stopwatch.GetTimestamp() - start);
        }

        return shortest * 1e9 / Stopwatch.Frequency / Throws;
    }

    private void ThrowBack()
    {
        for (int i = 0; i < Rounds * Throws; i++)
        {
            AwaitThrow(even: false);
            Volatile.Write(ref thrown, thrown + 1);
        }
    }

    /// <summary>Waits for this lane's turn: the first lane's after an even number of throws, the other's after an odd one.</summary>
    private void AwaitThrow(bool even)
    {
        var wait = new LaneWait(LaneWait.Spins);
        for (int looks = 1; int.IsEvenInteger(Volatile.Read(ref thrown)) != even; looks++)
        {
            if (looks > Looks) wait.Pause();
        }
    }
}
