namespace ResNet.Tabular;

/// <summary>
/// Rows of text cells under named columns; a cell without a value is null. What a column means, numbers or categories, is
/// decided when a <see cref="TableEncoder"/> is fitted to it. A table never changes.
/// </summary>
public sealed class Table
{
    private readonly string?[][] cells;
    private readonly TableOrigin origin;
    private readonly Dictionary<string, int> indices;

    /// <summary>Makes a table of rows in memory.</summary>
    /// <param name="columns">the names of the columns</param>
    /// <param name="rows">the rows, each with a cell for every column; null for a missing value. Copied.</param>
    /// <exception cref="ArgumentNullException">an argument, a name or a row is null.</exception>
    /// <exception cref="ArgumentException">
    /// there are no columns or no rows, two columns have one name, or a row has another number of cells than there are columns.
    /// </exception>
    public Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string?>> rows)
        : this([.. columns ?? throw new ArgumentNullException(nameof(columns))], Copy(rows, columns.Count), TableOrigin.Memory)
    {
    }

    /// <summary>Keeps the arrays, which nobody else may write to.</summary>
    internal Table(string[] columns, string?[][] rows, TableOrigin origin)
    {
        if (columns.Length == 0) throw new ArgumentException("A table needs a column.", nameof(columns));
        if (rows.Length == 0) throw new ArgumentException("A table needs a row.", nameof(rows));
        cells = rows;
        this.origin = origin;
        Columns = Array.AsReadOnly(columns);
        indices = new Dictionary<string, int>(columns.Length);
        for (int column = 0; column < columns.Length; column++)
        {
            if (!indices.TryAdd(columns[column], column))
            {
                throw new ArgumentException(
                    $"Columns {indices[columns[column]] + 1} and {column + 1} are both named '{columns[column]}'.", nameof(columns));
            }
        }
    }

    /// <summary>The names of the columns, from left to right.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The number of rows, at least 1.</summary>
    public int RowCount => cells.Length;

    /// <summary>A cell; null where the value is missing.</summary>
    /// <param name="row">the row, from 0</param>
    /// <param name="column">the column, from 0</param>
    /// <exception cref="IndexOutOfRangeException">there is no such row or column.</exception>
    public string? this[int row, int column] => cells[row][column];

    /// <summary>Reads a table from a file of separated values.</summary>
    /// <param name="path">the file, in UTF-8 or with a byte order mark</param>
    /// <param name="options">how to read it; the defaults if there are none</param>
    /// <exception cref="ArgumentException">the path is empty.</exception>
    /// <exception cref="IOException">the file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">the file may not be read.</exception>
    /// <exception cref="InvalidDataException">
    /// the file has no rows, a row with too few or too many cells, a quote that is not closed or is followed by text, or two
    /// columns of one name. The message names the file, the line and, where there is one, the column.
    /// </exception>
    public static Table FromCsv(string path, CsvOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var reader = new StreamReader(path);
        return ReadCsv(reader, options, Path.GetFileName(path));
    }

    /// <summary>Reads a table from text of separated values.</summary>
    /// <param name="reader">the text; read to its end and left open</param>
    /// <param name="options">how to read it; the defaults if there are none</param>
    /// <param name="name">what errors call the text, as they would a file</param>
    /// <exception cref="ArgumentNullException">there is no text or no name.</exception>
    /// <exception cref="InvalidDataException">the text is broken; as in <see cref="FromCsv"/>.</exception>
    public static Table ReadCsv(TextReader reader, CsvOptions? options = null, string name = "table")
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(name);
        return CsvTable.Read(reader, options ?? new CsvOptions(), name);
    }

    /// <summary>The place of a column, from 0.</summary>
    /// <param name="name">its name, in the same case</param>
    /// <exception cref="ArgumentException">there is no such column; the message names those there are.</exception>
    public int IndexOf(string name) => indices.TryGetValue(name, out int index)
        ? index
        : throw new ArgumentException($"{origin.Whole} has no column '{name}'; there are {string.Join(", ", Columns)}.", nameof(name));

    /// <summary>Some of the rows as a table of their own.</summary>
    /// <param name="rows">which, in which order, each from 0</param>
    /// <exception cref="ArgumentNullException">there is no list.</exception>
    /// <exception cref="ArgumentException">the list is empty.</exception>
    /// <exception cref="IndexOutOfRangeException">there is no such row.</exception>
    public Table Rows(IReadOnlyList<int> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new Table([.. Columns], [.. rows.Select(row => cells[row])], origin.Rows(rows));
    }

    /// <summary>Holds some of the rows back, drawn at random; both parts keep the order of the rows.</summary>
    /// <param name="held">the share to hold back, above 0 and below 1</param>
    /// <param name="seed">fixes the draw</param>
    /// <param name="stratifyBy">
    /// a column: each of its values gives up that share of its rows, rounded, but keeps one. Null draws from all rows alike.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">the share is not above 0 and below 1.</exception>
    /// <exception cref="ArgumentException">there is no such column, or one of the parts would be empty.</exception>
    public (Table Training, Table Held) Split(double held, int seed = 0, string? stratifyBy = null)
    {
        if (held is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(held), held, "The share to hold back must be above 0 and below 1.");
        }

        int? column = stratifyBy is null ? null : IndexOf(stratifyBy);
        int[] order = [.. Enumerable.Range(0, RowCount)];
        new Random(seed).Shuffle(order);
        var away = order.GroupBy(row => column is { } by ? this[row, by] ?? "" : "")
            .SelectMany(rows => rows.Take(Math.Min((int)Math.Round(held * rows.Count()), rows.Count() - 1)))
            .ToHashSet();
        if (away.Count == 0) throw new ArgumentException($"{RowCount} rows are too few to hold back {held:P0} of them.", nameof(held));
        return (Rows([.. Enumerable.Range(0, RowCount).Where(row => !away.Contains(row))]), Rows([.. away.Order()]));
    }

    /// <summary>
    /// Splits the rows for cross-validation: each is in the validation part of exactly one fold, drawn at random, and in the
    /// training part of the others. Sizes differ by at most one row; all parts keep the order of the rows.
    /// </summary>
    /// <param name="count">how many folds, from 2 to the number of rows</param>
    /// <param name="seed">fixes the draw</param>
    /// <exception cref="ArgumentOutOfRangeException">there are fewer than two folds, or more than rows.</exception>
    public IReadOnlyList<(Table Training, Table Validation)> Folds(int count, int seed = 0)
    {
        if (count < 2 || count > RowCount)
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, $"{RowCount} rows make 2 to {RowCount} folds.");
        }

        int[] fold = [.. Enumerable.Range(0, RowCount).Select(row => row % count)];
        new Random(seed).Shuffle(fold);
        ILookup<int, int> rows = Enumerable.Range(0, RowCount).ToLookup(row => fold[row]);
        return [.. Enumerable.Range(0, count).Select(k => (Rows([.. Enumerable.Range(0, RowCount).Where(row => fold[row] != k)]), Rows([.. rows[k]])))];
    }

    /// <summary>The number in a cell; null where it is missing.</summary>
    /// <exception cref="InvalidDataException">the cell holds something else.</exception>
    internal double? Number(int row, int column)
    {
        if (this[row, column] is not { } text) return null;
        return Numbers.TryParse(text, out double value) ? value : throw Broken(row, column, $"expected a number, but found '{text}'");
    }

    /// <summary>An error about a cell.</summary>
    internal InvalidDataException Broken(int row, int column, string trouble) =>
        new($"{origin.Row(row)}, {ColumnWords(column)}: {trouble}.");

    /// <summary>An error about a column.</summary>
    internal InvalidDataException Broken(int column, string trouble) => new($"{origin.Whole}, {ColumnWords(column)}: {trouble}.");

    private static string?[][] Copy(IEnumerable<IReadOnlyList<string?>> rows, int columns)
    {
        ArgumentNullException.ThrowIfNull(rows);
        string?[][] copy = [.. rows.Select(row => row?.ToArray() ?? throw new ArgumentNullException(nameof(rows)))];
        int odd = Array.FindIndex(copy, row => row.Length != columns);
        return odd < 0
            ? copy
            : throw new ArgumentException(
                $"Row {odd} has {copy[odd].Length} cells, expected {columns}, one for each column.", nameof(rows));
    }

    private string ColumnWords(int column)
    {
        string place = CsvTable.NameOf(column);
        return Columns[column] == place ? place : $"{place} ({Columns[column]})";
    }
}
