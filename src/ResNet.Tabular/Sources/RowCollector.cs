namespace ResNet.Tabular;

/// <summary>Collects the cells of rows that come one by one, whatever they come from.</summary>
internal sealed class RowCollector
{
    private readonly string[] names;
    private readonly ColumnBuilder[] builders;
    private readonly bool[] hasTexts;

    /// <param name="names">the names of the columns</param>
    public RowCollector(IReadOnlyList<string> names)
    {
        this.names = ColumnNames.Filled(names);
        builders = [.. names.Select(_ => new ColumnBuilder(keepsTexts: false, mark: null))];
        hasTexts = new bool[names.Count];
    }

    /// <summary>The names of the columns in which no value came as a text.</summary>
    public IReadOnlySet<string> Typed => names.Where((_, column) => !hasTexts[column]).ToHashSet();

    /// <summary>The number of rows so far.</summary>
    public int Count { get; private set; }

    public string[] Names => names;

    public Column[] Columns => [.. builders.Select(builder => builder.Build())];

    /// <summary>Adds the cells of a row.</summary>
    /// <param name="cell">gives the value in a column, from 0</param>
    /// <exception cref="ArgumentException">a value can be no cell; the message names its row and column.</exception>
    public void Add(Func<int, object?> cell)
    {
        for (int column = 0; column < builders.Length; column++) Add(column, cell(column));
        Count++;
    }

    private void Add(int column, object? value)
    {
        hasTexts[column] |= value is string;
        try
        {
            builders[column].Add(CellValue.TextOf(value));
        }
        catch (Exception exception) when (exception is NotSupportedException or ArgumentException)
        {
            throw new ArgumentException($"Row {Count + 1}, {ColumnNames.Of(column)} ({names[column]}): {exception.Message}.", exception);
        }
    }
}
