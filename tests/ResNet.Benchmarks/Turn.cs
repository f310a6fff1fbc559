using System.Diagnostics;

namespace ResNet.Benchmarks;

/// <summary>One of many short turns that sides are measured in, so that each sees the machine in the same states.</summary>
internal static class Turn
{
    private const double TurnMilliseconds = 20;

    /// <summary>A side's threads spin for a while after its turn; by then they sleep, and do not slow the other side.</summary>
    private const int RestMilliseconds = 30;

    /// <summary>Of one step in a turn, the first quarter of which warms up what the other side has cooled down.</summary>
    public static double Milliseconds(Action step)
    {
        Thread.Sleep(RestMilliseconds);
        var watch = Stopwatch.StartNew();
        int steps = 0;
        for (; steps < 1 || watch.Elapsed.TotalMilliseconds < TurnMilliseconds / 4; steps++) step();
        int repetitions = Math.Max(1, (int)(steps * TurnMilliseconds / watch.Elapsed.TotalMilliseconds));
        watch.Restart();
        for (int i = 0; i < repetitions; i++) step();
        return watch.Elapsed.TotalMilliseconds / repetitions;
    }
}
