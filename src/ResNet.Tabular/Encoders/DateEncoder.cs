namespace ResNet.Tabular;

/// <summary>The parts of a date.</summary>
/// <param name="column">the column's name</param>
/// <param name="format">how its dates are written</param>
/// <param name="parts">the features</param>
internal sealed class DateEncoder(string column, DateFormat format, DateParts parts) : ColumnEncoder(column, parts.Features)
{
    public override IEnumerable<FeatureOrigin> Origins => parts.Origins(Column);

    public override string Unknown => $"not {format.Kind}, taken for missing";

    /// <param name="column">the column's name</param>
    /// <param name="format">how its dates are written</param>
    /// <param name="training">the training rows; all may be missing where others, of the rows held out, are not</param>
    public static DateEncoder Fit(string column, DateFormat format, ColumnValues training) =>
        new(column, format, DateParts.Fit(training.ToArray()));

    public override RowEncoder Over(Table table, int index, CellReading reading)
    {
        var values = new ColumnValues(table, index, format, reading.Missing, reading.OddIsMissing);
        return (row, features) => parts.Write(values[row], features);
    }

    public override bool Knows(string text, bool isByHand) => format.TryParse(text, isByHand, out _);

    public override SavedColumn Describe() => new(Column) { Date = parts.Describe(format) };
}
