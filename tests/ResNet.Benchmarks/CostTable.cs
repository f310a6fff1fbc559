using System.Globalization;

namespace ResNet.Benchmarks;

/// <summary>What a recipe costs: each workload's training step as a multiple of its plain twin's, on one thread and on all.</summary>
internal static class CostTable
{
    private const int TurnsInRound = 5;

    /// <summary>Prints a row for each workload: its twin's milliseconds and the multiple, for each number of threads.</summary>
    public static void Print(IEnumerable<Workload> workloads, int threads, int rounds)
    {
        int[] counts = threads == 1 ? [1] : [1, threads];
        Console.WriteLine($"{"workload",-34}{string.Concat(counts.Select(count => $"{$"twin on {count}, ms",16}{"times",8}"))}");
        foreach (Workload workload in workloads)
        {
            IEnumerable<string> cells = counts.Select(count => Cells(workload, count, TurnsInRound * rounds));
            Console.WriteLine($"{workload.Name,-34}{string.Concat(cells)}");
        }
    }

    /// <summary>The medians of the twin's turns and of the multiples of turns side by side, in alternating order.</summary>
    private static string Cells(Workload workload, int threads, int turns)
    {
        Action own = workload.PrepareOnAll(threads), twin = workload.Twin.PrepareOnAll(threads);
        Turn.Milliseconds(own); // compiles
        Turn.Milliseconds(twin);
        var twins = new double[turns];
        var multiples = new double[turns];
        for (int turn = 0; turn < turns; turn++)
        {
            double before = turn % 2 == 0 ? Turn.Milliseconds(own) : 0;
            twins[turn] = Turn.Milliseconds(twin);
            multiples[turn] = (turn % 2 == 0 ? before : Turn.Milliseconds(own)) / twins[turn];
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Median(twins),16:F4}{Median(multiples),8:F3}");
    }

    public static double Median(double[] values)
    {
        Array.Sort(values);
        return (values[values.Length / 2] + values[(values.Length - 1) / 2]) / 2;
    }
}
