using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace ResNet.Benchmarks;

/// <summary>The command <c>onnx</c>: predictions of this library beside ONNX Runtime's of the same network, as a table.</summary>
internal static class OnnxCommand
{
    private const double RoundMilliseconds = 400;
    private const int LeastSteps = 3;

    public static int Run(string[] args)
    {
        var command = new RootCommand("Times predictions beside ONNX Runtime, on as many threads.");
        var options = new WorkloadOptions(command);
        command.SetAction(result =>
        {
            IReadOnlyList<Workload> chosen = options.Chosen(result, workload => !workload.Trains);
            if (chosen.Count == 0) return 1;
            Console.WriteLine($"| {"workload",-22} | ResNet, ms | ONNX Runtime, ms | ratio |");
            Console.WriteLine("| --- | ---: | ---: | ---: |");
            foreach (Workload workload in chosen) Compare(workload, options.Threads(result), options.Rounds(result));
            return 0;
        });
        return command.Parse(args).Invoke();
    }

    /// <summary>Both sides in turn, round after round, and the best of each.</summary>
    private static void Compare(Workload workload, int threads, int rounds)
    {
        using var pair = new OnnxPair(workload, threads);
        pair.CheckAgreement();
        double own = double.MaxValue, onnx = double.MaxValue;
        for (int round = 0; round < rounds; round++)
        {
            own = Math.Min(own, MillisecondsOf(pair.Own));
            onnx = Math.Min(onnx, MillisecondsOf(pair.Onnx));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {workload.Name,-22} | {own,10:F4} | {onnx,16:F4} | {onnx / own,5:F2} |"));
    }

    /// <summary>Of one step in a round, the first quarter of which warms up what the other side has cooled down.</summary>
    private static double MillisecondsOf(Action step)
    {
        var warmUp = Stopwatch.StartNew();
        int warm = 0;
        for (; warm < LeastSteps || warmUp.Elapsed.TotalMilliseconds < RoundMilliseconds / 4; warm++) step();
        int repetitions = Math.Max(LeastSteps, (int)(warm * RoundMilliseconds / warmUp.Elapsed.TotalMilliseconds));
        var watch = Stopwatch.StartNew();
        for (int i = 0; i < repetitions; i++) step();
        return watch.Elapsed.TotalMilliseconds / repetitions;
    }
}
