using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace ResNet.Benchmarks.Tables;

/// <summary>What one process measures: each figure by itself, so that no other's memory or warm-up counts.</summary>
internal static class TableTurn
{
    /// <summary>The first word of the command line of a process that measures; its other words are the turn's name and the file.</summary>
    public const string Command = "table-turn";

    private static readonly Dictionary<string, Func<string, IEnumerable<(TableFigure, double)>>> turns = new()
    {
        ["reading"] = CsvReading.Table,
        ["numbers"] = CsvReading.SpansAndNumbers,
        ["spans"] = CsvReading.Spans,
        ["first-step"] = FirstStep.Measure,
        ["prediction"] = TablePrediction.Measure,
        ["text-loader"] = TextLoading.Measure,
    };

    public static IReadOnlyCollection<string> Names => turns.Keys;

    /// <summary>Measures in this process and prints the figures.</summary>
    public static int Run(string name, string file)
    {
        foreach ((TableFigure figure, double value) in turns[name](file))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure} {value:R}"));
        }

        return 0;
    }

    /// <summary>Measures in a new process of this executable.</summary>
    public static IEnumerable<(TableFigure Figure, double Value)> RunInNewProcess(string name, string file)
    {
        string executable = Environment.ProcessPath!;
        string[] program = Path.GetFileNameWithoutExtension(executable) == "dotnet" ? [Assembly.GetExecutingAssembly().Location] : [];
        using Process process = Process.Start(
            new ProcessStartInfo(executable, [.. program, Command, name, file]) { RedirectStandardOutput = true })!;
        string[] lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"The turn {name} ended with {process.ExitCode}.");
        return lines.Select(line => line.Split(' '))
            .Select(words => (Enum.Parse<TableFigure>(words[0]), double.Parse(words[1], CultureInfo.InvariantCulture)));
    }
}
