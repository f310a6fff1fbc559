namespace ResNet.Tabular;

/// <summary>Where a table's rows come from and how they are written, for messages and for reading their cells.</summary>
/// <param name="name">the file's name; null for rows made in memory</param>
/// <param name="lines">the line of each row of the columns; null for 1, 2, 3, …</param>
internal sealed class TableOrigin(string? name, LineNumbers? lines)
{
    public static TableOrigin Memory => new(null, null);

    public Dialect Dialect { get; init; } = Dialect.Default;

    /// <summary>What the reader did that one could doubt, in words.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>The first row of a file where it was not taken for names.</summary>
    public IReadOnlyList<string> FirstRow { get; init; } = [];

    /// <summary>The decimal mark that the cells of all rows say, found once it is asked for.</summary>
    public Lazy<char>? FoundMark { get; set; }

    public bool IsFile => name is not null;

    public string Whole => name ?? (Dialect.IsByHand ? "The row" : "The table");

    public string Row(int row) => name is null ? $"Row {row + 1}" : $"{name}, {RowAlone(row)}";

    public string RowAlone(int row) => lines is null ? $"row {row + 1}" : $"line {lines[row]}";

    /// <summary>What may be wrong where a column is asked for that there is not.</summary>
    public string HintFor(string column) => FirstRow.Contains(column)
        ? $" A cell of the first row is '{column}': if that row has the names, {nameof(CsvOptions)}.{nameof(CsvOptions.Header)} tells."
        : "";
}
