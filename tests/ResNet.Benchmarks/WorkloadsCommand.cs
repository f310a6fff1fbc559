using System.CommandLine;
using System.Globalization;

namespace ResNet.Benchmarks;

/// <summary>The command <c>workloads</c>: one JSON line per workload, or one of several tables.</summary>
internal static class WorkloadsCommand
{
    private static readonly Table[] tables =
    [
        new("--peak", "Print each training workload's share of the measured peak instead.", workload => workload.Trains, PrintShares),
        new("--cost", "Print each recipe's training step as a multiple of its plain twin's instead, on one thread and on all.",
            workload => workload.Recipe != Recipe.Plain, CostTable.Print),
        new("--lanes", "Print each training step's time on one lane, on as many as it chooses and on all instead.",
            workload => workload.Trains, LanesTable.Print),
        new("--profile", "Print where each training step's time goes on one thread instead, by kind of work.",
            workload => workload.Trains, (workloads, _, _) => StepProfile.Print(workloads)),
    ];

    public static int Run(string[] args)
    {
        Option<bool> depths = new("--depths")
        {
            Description = "Print time and memory per block from 10 to 2,000 blocks of width 64 instead.",
        };
        Option<int> busy = new("--busy") { Description = "Keep so many cores busy with other work meanwhile." };
        WorkloadOptions.AtLeastOne(busy);
        var command = new RootCommand("Times training steps and predictions of residual networks.");
        var options = new WorkloadOptions(command);
        foreach (Table table in tables) command.Add(table.Option);
        command.Add(depths);
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

            Table? table = tables.FirstOrDefault(table => result.GetValue(table.Option));
            IReadOnlyList<Workload> chosen = options.Chosen(result, table?.Shows ?? (_ => true));
            if (chosen.Count == 0) return 1;
            (table?.Print ?? PrintTimes)(chosen, threads, rounds);
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

    /// <summary>What is printed instead of times.</summary>
    private sealed class Table(string name, string description, Func<Workload, bool> shows, Action<IEnumerable<Workload>, int, int> print)
    {
        public Option<bool> Option { get; } = new(name) { Description = description };

        public Func<Workload, bool> Shows => shows;

        public Action<IEnumerable<Workload>, int, int> Print => print;
    }
}
