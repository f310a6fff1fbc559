namespace ResNet.Tabular;

/// <content>The cells, for what is made of tables.</content>
public sealed partial class Table
{
    /// <summary>How the table's cells were written.</summary>
    internal Dialect Dialect => origin.Dialect;

    /// <summary>The decimal mark of the table's numbers, as all its cells say.</summary>
    /// <exception cref="InvalidDataException">they say both marks, or could mean either.</exception>
    internal char Mark => origin.Dialect.Mark ?? origin.FoundMark!.Value;

    /// <summary>What one could doubt about how the table was read, in words.</summary>
    internal IReadOnlyList<string> ReadingDoubts => origin.Doubts;

    /// <summary>All cells of a column, those of rows that the table does not have among them.</summary>
    internal Column Cells(int column) => cells[column];

    /// <summary>The row of <see cref="Cells"/> that a row of the table is.</summary>
    internal RowSet CellRows => rows;

    /// <summary>What stands how often in a column.</summary>
    internal CellCounts CountsOf(int column) => counts[column] ??= new CellCounts(cells[column], rows);

    /// <summary>The texts that occur in a column, but for marks of missing values.</summary>
    internal WrittenText[] WrittenIn(int column) =>
        [.. CountsOf(column).Written.Where(cell => !MarksIn(column).Contains(cell.Text))];

    /// <summary>The texts of a column that stand for a missing value.</summary>
    internal MissingMarks MarksIn(int column) =>
        Dialect.Unmarked.Contains(Columns[column]) ? MissingMarks.Blanks : Dialect.Missing;

    /// <summary>Whether a text of a column stands for a missing value, here or by a model's marks.</summary>
    internal bool IsMissing(int column, string text, MissingMarks ofModel) =>
        MarksIn(column).Contains(text) || (!Dialect.Typed.Contains(Columns[column]) && ofModel.Contains(text));

    /// <summary>The cell as it was written; null where nothing is.</summary>
    internal string? WrittenAt(int row, int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, cells.Length);
        return cells[column].TextAt(rows[row]);
    }

    /// <summary>Whether a column was not told to be something else than numbers.</summary>
    internal bool MayHoldNumbers(int column) =>
        origin.Dialect.Types.GetValueOrDefault(Columns[column], ColumnType.Numeric) == ColumnType.Numeric
        && !origin.Dialect.Typed.Contains(Columns[column]);

    /// <summary>Whether the table was read from a file.</summary>
    internal bool IsOfFile => origin.IsFile;

    /// <summary>An error about a cell.</summary>
    internal InvalidDataException Broken(int row, int column, string trouble) => new($"{Place(row, column)}: {trouble}.");

    /// <summary>An error about a column.</summary>
    internal InvalidDataException Broken(int column, string trouble) => new($"{origin.Whole}, {ColumnWords(column)}: {trouble}.");

    /// <summary>The place of a cell in words, such as "cars.csv, line 7, column 2 (power)".</summary>
    internal string Place(int row, int column) => $"{origin.Row(rows[row])}, {ColumnWords(column)}";

    /// <summary>The place of a row in words, such as "line 7".</summary>
    internal string RowWords(int row) => origin.RowAlone(rows[row]);

    /// <summary>How to settle what could mean two things.</summary>
    internal string OptionFor(string option) => origin.IsFile
        ? $"{nameof(CsvOptions)}.{option} tells"
        : "write numbers as in 1234.5";

    /// <summary>What may be wrong where a file has one column.</summary>
    internal string OneColumnHint => origin.IsFile
        ? $" One column was found in {origin.Whole}; {nameof(CsvOptions)}.{nameof(CsvOptions.Separator)} tells what separates cells."
        : "";

    /// <summary>Refuses a table without columns that it needs.</summary>
    /// <exception cref="ArgumentException">columns are missing; the message names them and those that there are.</exception>
    internal void RefuseWithout(IEnumerable<string> names)
    {
        string[] missing = [.. names.Where(name => !indices.ContainsKey(name))];
        if (missing.Length > 0) throw Without(missing);
    }

    private ArgumentException Without(string[] names)
    {
        string what = names.Length == 1 ? $"column '{names[0]}'" : $"columns {Shown.List(names.Select(name => $"'{name}'"))}";
        string hints = $"{origin.HintFor(names[0])}{(Columns.Count == 1 ? OneColumnHint : "")}";
        string message = $"{origin.Whole} has no {what}; there are {Shown.List(Columns)}.{hints}";
        return new ArgumentException(message, names.Length == 1 ? "name" : null);
    }

    /// <summary>A column in words, such as "column 2 (power)".</summary>
    internal string ColumnWords(int column)
    {
        string place = ColumnNames.Of(column);
        return Columns[column] == place ? place : $"{place} ({Columns[column]})";
    }
}
