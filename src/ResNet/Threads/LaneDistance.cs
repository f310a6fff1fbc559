using System.Diagnostics;

namespace ResNet;

/// <summary>
/// How far apart lanes are: whether what one of them stores reaches another through a cache that they share, or from one
/// die or socket to the next, which takes several times as long. Lanes may wander, so it is measured again and again.
/// </summary>
internal sealed class LaneDistance
{
    private const int Rounds = 4;
    private const int Throws = 8;

    /// <summary>How long a measurement counts.</summary>
    public static readonly TimeSpan Valid = TimeSpan.FromMilliseconds(500);

    /// <summary>A cache line there and back: 90 to 190 ns were seen through a shared cache, 300 to 600 between dies.</summary>
    private const double NanosecondsFar = 250;

    private long measured;
    private double longest;
    private int thrown;

    /// <summary>Whether it is time to measure.</summary>
    public bool IsDue => measured == 0 || Stopwatch.GetElapsedTime(measured) > Valid;

    /// <summary>Whether some lane was far from the first when last measured; not if there is no processor for each to measure on.</summary>
    public bool IsFar { get; private set; }

    /// <summary>The first lane throws a ball to each of the others in turn, which throw it back; all lanes must call this together.</summary>
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

    /// <summary>In how many nanoseconds the ball comes back: the mean of a round of throws, and of the rounds the shortest.</summary>
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

    /// <summary>Waits until the first lane has it, after an even number of throws, or the other one.</summary>
    private void AwaitThrow(bool even)
    {
        while (int.IsEvenInteger(Volatile.Read(ref thrown)) != even)
        {
        }
    }
}
