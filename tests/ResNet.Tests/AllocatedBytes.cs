namespace ResNet.Tests;

/// <summary>What an action allocates on all threads, once it has run often enough to have all it keeps.</summary>
internal static class AllocatedBytes
{
    private const int Warmup = 20;
    private const int Repetitions = 20;

    /// <summary>The least of several runs: the runtime itself allocates now and then, as when it compiles a method anew.</summary>
    public static long By(Action action)
    {
        for (int i = 0; i < Warmup; i++) action();
        long least = long.MaxValue;
        for (int i = 0; i < Repetitions; i++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            action();
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return least;
    }
}
