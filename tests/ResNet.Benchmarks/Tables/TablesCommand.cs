using System.CommandLine;
using System.Globalization;

namespace ResNet.Benchmarks.Tables;

/// <summary>The command <c>tables</c>: a large file read, encoded and predicted, beside what each of these cannot do without.</summary>
internal static class TablesCommand
{
    public static int Run(string[] args)
    {
        Option<int> rows = new("--rows") { Description = "Rows of the file.", DefaultValueFactory = _ => 1_000_000 };
        Option<int> turns = new("--turns") { Description = "Turns, the median of which counts.", DefaultValueFactory = _ => 3 };
        Option<FileInfo?> file = new("--file") { Description = "Where the file is kept; if it is there already, it is used as it is." };
        WorkloadOptions.AtLeastOne(rows);
        WorkloadOptions.AtLeastOne(turns);
        RootCommand command = new("Times tables from a file to the first training step, and their predictions.") { rows, turns, file };
        command.SetAction(result =>
        {
            DirectoryInfo? folder = null;
            string path = result.GetValue(file)?.FullName
                ?? Path.Combine((folder = Directory.CreateTempSubdirectory("resnet-tables-")).FullName, "table.csv");
            try
            {
                if (!File.Exists(path)) TableFile.Write(path, result.GetValue(rows));
                Compare(path, result.GetValue(turns));
            }
            finally
            {
                folder?.Delete(recursive: true);
            }
        });
        return command.Parse(args).Invoke();
    }

    /// <summary>Every other turn measures in the other order.</summary>
    private static void Compare(string path, int turns)
    {
        int rows = TableFile.CountRows(path);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rows:N0} rows, {new FileInfo(path).Length / 1e6:F1} MB, {Environment.ProcessorCount} processors, {turns} turns"));
        var report = new TableReport();
        for (int turn = 0; turn < turns; turn++)
        {
            foreach (string name in turn % 2 == 0 ? TableTurn.Names : TableTurn.Names.Reverse())
            {
                Console.Error.WriteLine($"turn {turn + 1} of {turns}: {name}");
                report.Add(TableTurn.RunInNewProcess(name, path));
            }
        }

        report.Print();
    }
}
