using System.CommandLine;
using System.Globalization;

namespace ResNet.Benchmarks;

/// <summary>The command <c>workloads</c>: one JSON line per workload, its share of the machine's peak, or its cost.</summary>
internal static class WorkloadsCommand
{
    public static int Run(string[] args)
    {
        Option<bool> peak = new("--peak") { Description = "Print each training workload's share of the measured peak instead." };
        Option<bool> depths = new("--depths")
        {
            Description = "Print time and memory per block from 10 to 2,000 blocks of width 64 instead.",
        };
        Option<bool> cost = new("--cost")
        {
            Description = "Print each recipe's training step as a multiple of its plain twin's instead, on one thread and on all.",
        };
        Option<bool> profile = new("--profile")
        {
            Description = "Print where each training step's time goes on one thread instead, by kind of work.",
        };
        Option<int> busy = new("--busy") { Description = "Keep so many cores busy with other work meanwhile." };
        WorkloadOptions.AtLeastOne(busy);
        var command = new RootCommand("Times training steps and predictions of residual networks.");
        var options = new WorkloadOptions(command);
        command.Add(peak);
        command.Add(depths);
        command.Add(cost);
        command.Add(profile);
        command.Add(busy);
        command.SetAction(result =>
        {
            int threads = options.Threads(result), rounds = options.Rounds(result);
            using var neighbours = new BusyCores(result.GetValue(busy));
            if (result.GetValue(depths))
            {
                DepthTable.Print(threads, rounds);
                return 0;
            }

            bool shares = result.GetValue(peak), costs = result.GetValue(cost), profiles = result.GetValue(profile);
            IReadOnlyList<Workload> chosen = options.Chosen(
                result, workload => costs ? workload.Recipe != Recipe.Plain : workload.Trains || !(shares || profiles));
            if (chosen.Count == 0) return 1;
            if (profiles) StepProfile.Print(chosen);
            else if (costs) CostTable.Print(chosen, threads, rounds);
            else if (shares) PrintShares(chosen, threads, rounds);
            else PrintTimes(chosen, threads, rounds);
            return 0;
        });
        return command.Parse(args).Invoke();
    }

    private static void PrintTimes(IEnumerable<Workload> workloads, int threads, int rounds)
    {
        foreach (Workload workload in workloads) Console.WriteLine(workload.MeasureAsJson(threads, rounds));
    }

    /// <summary>
    /// The peak is measured before and after every workload, and both in short rounds, for a machine's clock and neighbours
    /// change; the best so far counts.
    /// </summary>
    private static void PrintShares(IEnumerable<Workload> workloads, int threads, int rounds)
    {
        Console.WriteLine($"{"workload",-34}{"ms",12}{"GFLOP/s",12}{"peak",12}{"share",8}");
        double peak = Peak.Measure(threads) / 1e9;
        foreach (Workload workload in workloads)
        {
            double ms = workload.MeasureBriefly(threads, rounds);
            peak = Math.Max(peak, Peak.Measure(threads) / 1e9);
            double speed = workload.Operations / ms / 1e6;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{workload.Name,-34}{ms,12:F4}{speed,12:F1}{peak,12:F1}{speed / peak,8:P0}"));
        }
    }
}
