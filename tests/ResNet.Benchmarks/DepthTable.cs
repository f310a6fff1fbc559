using System.Globalization;

namespace ResNet.Benchmarks;

/// <summary>Time and memory of a training step by depth: what a block costs must not depend on how many there are.</summary>
internal static class DepthTable
{
    private const int Width = 64;
    private const int Samples = 128;

    private static readonly int[] blocks = [10, 20, 50, 100, 200, 500, 1000, 2000];

    /// <summary>Prints one row for each number of blocks; the last column is the memory of one more layer.</summary>
    public static void Print(int threads, int rounds)
    {
        Console.WriteLine($"{"blocks",8}{"layers",8}{"ms a step",12}{"us a block",12}{"of 50",8}{"MiB",10}{"KiB a layer",13}");
        var workloads = blocks.Select(count => new Workload(Width, count, Samples, Trains: true)).ToArray();
        var times = new double[blocks.Length];
        Array.Fill(times, double.MaxValue);

        // the depths in turn, so that all of them see the machine in the same states
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < blocks.Length; i++) times[i] = Math.Min(times[i], workloads[i].Measure(threads, rounds: 1));
        }

        double at50 = times[Array.IndexOf(blocks, 50)] / 50;
        long before = 0;
        for (int i = 0; i < blocks.Length; i++)
        {
            long memory = MemoryOf(workloads[i], threads);
            double? perLayer = i == 0 ? null : (memory - before) / 1024.0 / (2 * (blocks[i] - blocks[i - 1]));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{blocks[i],8}{2 * blocks[i] + 2,8}{times[i],12:F3}{1000 * times[i] / blocks[i],12:F2}" +
                $"{times[i] / blocks[i] / at50,8:F2}{memory / 1048576.0,10:F1}{perLayer,13:F1}"));
            before = memory;
        }
    }

    /// <summary>Bytes that a network and its training hold after a step.</summary>
    private static long MemoryOf(Workload workload, int threads)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Action step = workload.Prepare(threads);
        step();
        long after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(step);
        return after - before;
    }
}
