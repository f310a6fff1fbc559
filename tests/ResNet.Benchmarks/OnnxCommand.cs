using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace ResNet.Benchmarks;

/// <summary>The command <c>onnx</c>: predictions of this library beside ONNX Runtime's of the same network, as a table.</summary>
internal static class OnnxCommand
{
    private const int TurnsInRound = 20;
    private const double TurnMilliseconds = 20;

    /// <summary>A side's threads spin for a while after its turn; by then they sleep, and do not slow the other side.</summary>
    private const int RestMilliseconds = 30;

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

    /// <summary>
    /// Both sides in turn, and the best turn of each. Turns are short, so that each side has some while nobody else uses the machine.
    /// </summary>
    private static void Compare(Workload workload, int threads, int rounds)
    {
        using var pair = new OnnxPair(workload, threads);
        pair.CheckAgreement();
        double own = double.MaxValue, onnx = double.MaxValue;
        for (int turn = 0; turn < TurnsInRound * rounds; turn++)
        {
            own = Math.Min(own, MillisecondsOf(pair.Own));
            onnx = Math.Min(onnx, MillisecondsOf(pair.Onnx));
        }

        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"| {workload.Name,-22} | {own,10:F4} | {onnx,16:F4} | {onnx / own,5:F2} |"));
    }

    /// <summary>Of one step in a turn, the first quarter of which warms up what the other side has cooled down.</summary>
    private static double MillisecondsOf(Action step)
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
