using System.CommandLine;
using System.Globalization;

namespace ResNet.Benchmarks;

/// <summary>The command <c>onnx</c>: predictions of this library beside ONNX Runtime's of the same network, as a table.</summary>
internal static class OnnxCommand
{
    private const int TurnsInRound = 20;

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
            own = Math.Min(own, Turn.Milliseconds(pair.Own));
            onnx = Math.Min(onnx, Turn.Milliseconds(pair.Onnx));
        }

        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"| {workload.Name,-22} | {own,10:F4} | {onnx,16:F4} | {onnx / own,5:F2} |"));
    }
}
