using System.CommandLine;
using System.Globalization;

namespace ResNet.Benchmarks;

/// <summary>What the commands that time workloads are told: threads, rounds, and which workloads.</summary>
internal sealed class WorkloadOptions
{
    private readonly Option<int> threads = new("--threads")
    {
        Description = "Threads to run on.", DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private readonly Option<int> rounds =
        new("--rounds") { Description = "Rounds, the best of which counts.", DefaultValueFactory = _ => 5 };

    private readonly Option<string> filter = new("--filter")
    {
        Description = "Only the workload of this name, or else those whose names contain it.", DefaultValueFactory = _ => "",
    };

    public WorkloadOptions(RootCommand command)
    {
        AtLeastOne(threads);
        AtLeastOne(rounds);
        command.Add(threads);
        command.Add(filter);
        command.Add(rounds);
    }

    public int Threads(ParseResult result) => result.GetValue(threads);

    public int Rounds(ParseResult result) => result.GetValue(rounds);

    /// <summary>The workloads of that kind which are asked for; says so where there are none.</summary>
    public IReadOnlyList<Workload> Chosen(ParseResult result, Func<Workload, bool> kind)
    {
        string text = result.GetValue(filter)!;
        Workload[] chosen = [.. Workload.Named(text).Where(kind)];
        if (chosen.Length == 0) Console.Error.WriteLine($"No workload's name contains {text}.");
        return chosen;
    }

    /// <summary>Refuses numbers below 1.</summary>
    public static void AtLeastOne(Option<int> option) => option.Validators.Add(result =>
    {
        // what is no number at all is reported by the parser itself
        if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out int value) && value < 1)
        {
            result.AddError($"{option.Name} must be at least 1.");
        }
    });
}
