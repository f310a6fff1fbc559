namespace ResNet.Tabular;

/// <summary>How much a model needs each of its columns (Breiman 2001; Fisher, Rudin and Dominici 2019).</summary>
/// <param name="Metric">the metric whose loss is measured</param>
/// <param name="Value">its value with the columns as they are</param>
/// <param name="Columns">the columns, the most important first</param>
public sealed record ColumnImportances(Metric Metric, double Value, IReadOnlyList<ColumnImportance> Columns)
{
    /// <summary>The longest bar, in characters.</summary>
    private const int LongestBar = 30;

    /// <summary>A table of the columns, with bars.</summary>
    public override string ToString()
    {
        double most = Math.Max(Columns.Max(column => column.Mean), double.Epsilon);
        string[] head = ["column", "mean", "deviation", ""];
        IEnumerable<string[]> rows = Columns.Select(column => (string[])
        [
            column.Column, Shown.Number(column.Mean), Shown.Number(column.Deviation),
            new string('█', (int)Math.Round(LongestBar * Math.Max(0, column.Mean) / most)),
        ]);
        string change = Metric.HigherIsBetter ? "falls" : "rises";
        return string.Join(
            Environment.NewLine,
            [
                $"By how much {Metric.Name} ({Shown.Number(Value)}) {change} where a column is shuffled",
                .. ShownTable.Lines([head, .. rows]),
            ]);
    }
}
