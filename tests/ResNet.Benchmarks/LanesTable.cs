using System.Diagnostics;
using System.Globalization;

namespace ResNet.Benchmarks;

/// <summary>
/// What it gains and costs that a training step chooses its number of lanes: its time on one lane, on as many as it chooses, and
/// always on all. Beside busy cores a choice takes seconds, so that turns are long.
/// </summary>
internal static class LanesTable
{
    private static readonly TimeSpan settling = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan turn = TimeSpan.FromSeconds(10);

    /// <summary>Prints a row for each workload: milliseconds of a step, the medians of that many turns, taken alternately.</summary>
    public static void Print(IEnumerable<Workload> workloads, int threads, int turns)
    {
        Console.WriteLine($"{"workload",-34}{"one, ms",10}{"chosen, ms",12}{"all, ms",10}{"chosen/one",12}{"chosen/all",12}");
        foreach (Workload workload in workloads)
        {
            Action[] sides = [workload.Prepare(1), workload.Prepare(threads), workload.PrepareOnAll(threads)];
            double[][] times = [.. sides.Select(_ => new double[turns])];
            for (int i = 0; i < turns; i++)
            {
                for (int side = 0; side < sides.Length; side++) times[side][i] = Milliseconds(sides[side]);
            }

            (double one, double chosen, double all) = (CostTable.Median(times[0]), CostTable.Median(times[1]), CostTable.Median(times[2]));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{workload.Name,-34}{one,10:F3}{chosen,12:F3}{all,10:F3}{chosen / one,12:F2}{chosen / all,12:F3}"));
        }
    }

    private static double Milliseconds(Action step)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < settling) step();
        watch.Restart();
        int steps = 0;
        for (; watch.Elapsed < turn; steps++) step();
        return watch.Elapsed.TotalMilliseconds / steps;
    }
}
