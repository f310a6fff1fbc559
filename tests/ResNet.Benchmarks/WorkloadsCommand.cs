using System.CommandLine;
using System.Globalization;

namespace ResNet.Benchmarks;

/// <summary>The command <c>workloads</c>: one JSON line per workload, or its share of the machine's peak.</summary>
internal static class WorkloadsCommand
{
    public static int Run(string[] args)
    {
        Option<int> threads = new("--threads")
        {
            Description = "Threads to run on.", DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        Option<string> filter = new("--filter")
        {
            Description = "Only workloads whose name contains this.", DefaultValueFactory = _ => "",
        };
        Option<int> rounds = new("--rounds") { Description = "Rounds, the best of which counts.", DefaultValueFactory = _ => 5 };
        Option<bool> peak = new("--peak") { Description = "Print each training workload's share of the measured peak instead." };
        Option<bool> depths = new("--depths")
        {
            Description = "Print time and memory per block from 10 to 2,000 blocks of width 64 instead.",
        };
        AtLeastOne(threads);
        AtLeastOne(rounds);
        var command = new RootCommand("Times training steps and predictions of residual networks.")
        {
            threads, filter, rounds, peak, depths,
        };
        command.SetAction(result =>
        {
            if (result.GetValue(depths))
            {
                DepthTable.Print(result.GetValue(threads), result.GetValue(rounds));
                return 0;
            }

            string text = result.GetValue(filter)!;
            bool shares = result.GetValue(peak);
            Workload[] chosen = [.. Workload.All.Where(workload => workload.Name.Contains(text, StringComparison.Ordinal) && (workload.Trains || !shares))];
            if (chosen.Length == 0)
            {
                Console.Error.WriteLine($"No workload's name contains {text}.");
                return 1;
            }

            if (shares) PrintShares(chosen, result.GetValue(threads), result.GetValue(rounds));
            else PrintTimes(chosen, result.GetValue(threads), result.GetValue(rounds));
            return 0;
        });
        return command.Parse(args).Invoke();
    }

    private static void PrintTimes(IEnumerable<Workload> workloads, int threads, int rounds)
    {
        foreach (Workload workload in workloads) Console.WriteLine(workload.MeasureAsJson(threads, rounds));
    }

    /// <summary>
    /// The peak is measured beside every workload, and both in short rounds, for a machine's clock and neighbours change.
    /// </summary>
    private static void PrintShares(IEnumerable<Workload> workloads, int threads, int rounds)
    {
        Console.WriteLine($"{"workload",-24}{"ms",12}{"GFLOP/s",12}{"peak",12}{"share",8}");
        foreach (Workload workload in workloads)
        {
            double before = Peak.Measure(threads);
            double ms = workload.MeasureBriefly(threads, rounds);
            double peak = Math.Max(before, Peak.Measure(threads)) / 1e9;
            double speed = workload.Operations / ms / 1e6;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{workload.Name,-24}{ms,12:F4}{speed,12:F1}{peak,12:F1}{speed / peak,8:P0}"));
        }
    }

    private static void AtLeastOne(Option<int> option) => option.Validators.Add(result =>
    {
        // what is no number at all is reported by the parser itself
        if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out int value) && value < 1)
        {
            result.AddError($"{option.Name} must be at least 1.");
        }
    });
}
