using System.Globalization;
using Spectre.Console;

namespace ResNet.Samples;

/// <summary>The test metrics as a table.</summary>
internal static class MetricTable
{
    public static void Print(IReadOnlyDictionary<string, double> metrics, string title)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        table.AddColumn(new TableColumn("metric") { NoWrap = true, Padding = new Padding(0, 0, 2, 0) });
        table.AddColumn(new TableColumn("value") { NoWrap = true, Alignment = Justify.Right });
        foreach ((string name, double value) in metrics) table.AddRow(name, value.ToString("0.0000", CultureInfo.InvariantCulture));
        AnsiConsole.WriteLine();
        AnsiConsole.WriteLine(title);
        AnsiConsole.Write(table);
    }
}
