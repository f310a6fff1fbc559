namespace ResNet.Tabular;

/// <summary>Rows whose columns have no names but perhaps in the first row, as those of a sheet.</summary>
internal sealed class Sheet
{
    private readonly SourceColumn[] columns;
    private readonly List<string> doubts = [];

    /// <summary>The rows with something in them.</summary>
    private readonly int[] filled;

    private Sheet(SourceRows rows)
    {
        columns = rows.Columns;
        filled = [.. Enumerable.Range(0, rows.Count).Where(row => columns.Any(column => IsFilled(column, row)))];
    }

    /// <summary>The table: without rows of nothing, and without columns of nothing that have no name.</summary>
    /// <param name="rows">all rows</param>
    /// <param name="header">whether the first has the names; null where its cells have to say it, as in CSV files</param>
    public static SourceContent Content(SourceRows rows, bool? header)
    {
        var sheet = new Sheet(rows);
        return sheet.filled.Length > 0 ? sheet.Content(header) : rows.Content() with { Rows = new RowSet([]) };
    }

    private SourceContent Content(bool? header)
    {
        string[] first = [.. columns.Select(column => column.Cells.TextAt(filled[0]) ?? "")];
        bool hasNames = header ?? HasNames(first);
        string[] names = hasNames ? first : [.. first.Select(_ => "")];
        RowSet rows = RowsFrom(hasNames ? 1 : 0);
        int[] kept = [.. Enumerable.Range(0, names.Length).Where(column => names[column].Length > 0 || HasCell(columns[column], rows))];
        names = ColumnNames.Filled(names);
        int empty = filled[^1] - filled[0] + 1 - filled.Length;
        if (empty > 0) doubts.Add($"{Shown.Count(empty, "row of nothing was", "rows of nothing were")} left out");
        return new SourceContent([.. kept.Select(column => names[column])], [.. kept.Select(column => columns[column])], rows)
        {
            Doubts = doubts,
        };
    }

    private bool HasNames(string[] first)
    {
        Column[] cells = [.. columns.Select(column => column.Cells)];
        bool areNames = CsvHeader.IsIn(first, cells, RowsFrom(1), MissingMarks.Known, out string? evidence);
        string taken = $"row {filled[0] + 1} was taken for";
        if (areNames && evidence is not null) doubts.Add($"{taken} the names of the columns, since {evidence}");
        if (!areNames) doubts.Add($"{taken} a row, not for names; 'header: true' tells otherwise");
        return areNames;
    }

    private RowSet RowsFrom(int place) => new(filled[place..]);

    private static bool HasCell(SourceColumn column, RowSet rows) =>
        Enumerable.Range(0, rows.Count).Any(row => IsFilled(column, rows[row]));

    private static bool IsFilled(SourceColumn column, int row) => column.Cells.CodeOf(row) != Column.Nothing;
}
