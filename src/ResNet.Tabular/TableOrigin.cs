namespace ResNet.Tabular;

/// <summary>Where a table's rows come from, for messages.</summary>
/// <param name="name">the file's name; null for rows made in memory</param>
/// <param name="lines">the number of each row in messages; null for 1, 2, 3, …</param>
internal sealed class TableOrigin(string? name, int[]? lines)
{
    public static TableOrigin Memory { get; } = new(null, null);

    public string Whole => name ?? "The table";

    public string Row(int row) => name is null ? $"Row {LineOf(row)}" : $"{name}, line {LineOf(row)}";

    public TableOrigin Rows(IReadOnlyList<int> rows) => new(name, [.. rows.Select(LineOf)]);

    private int LineOf(int row) => lines is null ? row + 1 : lines[row];
}
