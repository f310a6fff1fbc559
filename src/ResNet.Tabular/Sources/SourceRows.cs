namespace ResNet.Tabular;

/// <summary>Collects rows of values, whatever they come from.</summary>
/// <param name="names">the names of the columns; empty where there is none</param>
internal sealed class SourceRows(IReadOnlyList<string> names)
{
    private readonly SourceColumn[] columns = [.. names.Select(_ => new SourceColumn())];

    /// <summary>The number of rows so far.</summary>
    public int Count { get; private set; }

    public SourceColumn[] Columns => columns;

    /// <summary>Adds a row.</summary>
    /// <param name="value">gives the value in a column, from 0</param>
    /// <exception cref="ArgumentException">a value can be no cell; the message names its row and column.</exception>
    public void Add(Func<int, object?> value)
    {
        for (int column = 0; column < columns.Length; column++) Add(column, value(column));
        Count++;
    }

    /// <summary>All rows as they came.</summary>
    public SourceContent Content() => new(ColumnNames.Filled(names), columns, new RowSet(0, Count));

    private void Add(int column, object? value)
    {
        try
        {
            columns[column].Add(value);
        }
        catch (Exception exception) when (exception is NotSupportedException or ArgumentException)
        {
            string name = names[column].Length > 0 ? $" ({names[column]})" : "";
            throw new ArgumentException($"Row {Count + 1}, {ColumnNames.Of(column)}{name}: {exception.Message.TrimEnd('.')}.", exception);
        }
    }
}
