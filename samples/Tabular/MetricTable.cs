using System.Globalization;
using Spectre.Console;

namespace ResNet.Samples;

/// <summary>The test metrics as a table.</summary>
internal static class MetricTable
{
    public static void Print(IReadOnlyDictionary<string, double> metrics, string title)
    {
        var table = new TextTable(("metric", Justify.Left), ("value", Justify.Right));
        foreach ((string name, double value) in metrics) table.Add(name, value.ToString("0.0000", CultureInfo.InvariantCulture));
        Terminal.WriteLine();
        Terminal.WriteLine(title);
        table.Print();
    }
}
