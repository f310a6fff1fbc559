namespace ResNet.Tabular;

/// <summary>
/// Rows of text cells in named columns; a missing value is null. Whether a column holds numbers or categories is decided when
/// a <see cref="TableEncoder"/> is fitted to the table. A table is immutable.
/// </summary>
/// <example>
/// <code>
/// Table people = Table.FromCsv("train.csv");
/// (Table kept, Table heldOut) = people.Split(heldOut: 0.2, stratifyBy: "income");
/// </code>
/// </example>
public sealed class Table
{
    /// <summary>The most rows in a table's text.</summary>
    private const int MostShown = 5;

    private readonly string?[][] cells;
    private readonly TableOrigin origin;
    private readonly Dictionary<string, int> indices;

    /// <summary>Creates a table from rows in memory.</summary>
    /// <param name="columns">the names of the columns</param>
    /// <param name="rows">the rows, each with a cell for every column; null for a missing value. Copied.</param>
    /// <exception cref="ArgumentNullException">an argument, a name or a row is null.</exception>
    /// <exception cref="ArgumentException">
    /// there are no columns or no rows, two columns have the same name, or a row's number of cells is not that of the columns.
    /// </exception>
    public Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string?>> rows)
        : this([.. columns ?? throw new ArgumentNullException(nameof(columns))], Copy(rows, columns.Count), TableOrigin.Memory)
    {
    }

    /// <summary>Takes ownership of the arrays.</summary>
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

    /// <summary>Reads a table from a CSV file.</summary>
    /// <param name="path">the file, in UTF-8 or with a byte order mark</param>
    /// <param name="options">how to read it; null for the defaults</param>
    /// <exception cref="ArgumentException">the path is empty.</exception>
    /// <exception cref="IOException">the file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">access to the file is denied.</exception>
    /// <exception cref="InvalidDataException">
    /// the file has no rows, a row with too few or too many cells, a quote that is not closed or is followed by text, or two
    /// columns with the same name. The message names the file, the line and, where there is one, the column.
    /// </exception>
    public static Table FromCsv(string path, CsvOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var reader = new StreamReader(path);
        return ReadCsv(reader, options, Path.GetFileName(path));
    }

    /// <summary>Reads a table from CSV text.</summary>
    /// <param name="reader">the text; read to its end and left open</param>
    /// <param name="options">how to read it; null for the defaults</param>
    /// <param name="name">the name of the text in messages, in place of a file's</param>
    /// <exception cref="ArgumentNullException">the text or the name is null.</exception>
    /// <exception cref="InvalidDataException">the text is invalid; as in <see cref="FromCsv"/>.</exception>
    public static Table ReadCsv(TextReader reader, CsvOptions? options = null, string name = "table")
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(name);
        return CsvTable.Read(reader, options ?? new CsvOptions(), name);
    }

    /// <summary>The index of a column, from 0.</summary>
    /// <param name="name">its name, case-sensitive</param>
    /// <exception cref="ArgumentException">there is no such column; the message lists the columns.</exception>
    public int IndexOf(string name) => indices.TryGetValue(name, out int index)
        ? index
        : throw new ArgumentException($"{origin.Whole} has no column '{name}'; there are {string.Join(", ", Columns)}.", nameof(name));

    /// <summary>Some of the rows as a new table.</summary>
    /// <param name="rows">the indices of the rows, from 0, in the order of the new table</param>
    /// <exception cref="ArgumentNullException">the list is null.</exception>
    /// <exception cref="ArgumentException">the list is empty.</exception>
    /// <exception cref="IndexOutOfRangeException">there is no such row.</exception>
    public Table Rows(IReadOnlyList<int> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new Table([.. Columns], [.. rows.Select(row => cells[row])], origin.Rows(rows));
    }

    /// <summary>Holds out a random share of the rows; both parts keep the order of the rows.</summary>
    /// <param name="heldOut">the share to hold out, above 0 and below 1</param>
    /// <param name="seed">the seed of the random choice</param>
    /// <param name="stratifyBy">
    /// a column to stratify by: the share of rows to hold out is the same for each of its values, rounded, but one row of each is kept.
    /// Null for no stratification.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">the share is not above 0 and below 1.</exception>
    /// <exception cref="ArgumentException">there is no such column, or one of the parts would be empty.</exception>
    public (Table Training, Table HeldOut) Split(double heldOut, int seed = 0, string? stratifyBy = null)
    {
        if (heldOut is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(heldOut), heldOut, "The share to hold out must be above 0 and below 1.");
        }

        int? column = stratifyBy is null ? null : IndexOf(stratifyBy);
        int[] order = [.. Enumerable.Range(0, RowCount)];
        new Random(seed).Shuffle(order);
        var chosen = order.GroupBy(row => column is { } by ? this[row, by] ?? "" : "")
            .SelectMany(rows => rows.Take(Math.Min((int)Math.Round(heldOut * rows.Count()), rows.Count() - 1)))
            .ToHashSet();
        if (chosen.Count == 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{RowCount} rows are too few to hold out {heldOut:P0} of them."), nameof(heldOut));
        }

        return (Rows([.. Enumerable.Range(0, RowCount).Where(row => !chosen.Contains(row))]), Rows([.. chosen.Order()]));
    }

    /// <summary>
    /// Splits the rows at random for cross-validation: each row is in the validation part of exactly one fold, and in the training
    /// part of the others. Sizes differ by at most one row; all parts keep the order of the rows. The folds are not stratified: a rare
    /// class may be missing from a part.
    /// </summary>
    /// <param name="count">the number of folds, from 2 to the number of rows</param>
    /// <param name="seed">the seed of the random choice; 0 by default</param>
    /// <returns>the folds, each as its training and its validation part</returns>
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
        return [.. Enumerable.Range(0, count)
            .Select(k => (Rows([.. Enumerable.Range(0, RowCount).Where(row => fold[row] != k)]), Rows([.. rows[k]])))];
    }

    /// <summary>The numbers of rows and columns, and the first rows.</summary>
    public override string ToString()
    {
        IEnumerable<string[]> rows = cells.Take(MostShown).Select(row => row.Select(cell => cell ?? "–").ToArray());
        IEnumerable<string> lines =
        [
            $"{Shown.Count(RowCount, "row")} of {Shown.Count(Columns.Count, "column")}",
            .. ShownTable.Lines([[.. Columns], .. rows]),
            .. RowCount > MostShown ? ["…"] : (string[])[],
        ];
        return string.Join(Environment.NewLine, lines);
    }

    /// <summary>The number in a cell; null where it is missing.</summary>
    /// <exception cref="InvalidDataException">the cell does not hold a number.</exception>
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
