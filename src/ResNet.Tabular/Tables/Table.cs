using System.Globalization;
using System.Text;

namespace ResNet.Tabular;

/// <summary>
/// Rows of cells in named columns, from a file, a database, objects or memory. A table keeps what was written; what its columns are
/// taken for, <see cref="Describe"/> tells. A table is immutable.
/// </summary>
/// <example>
/// <code>
/// Table people = Table.FromCsv("train.csv");
/// Console.WriteLine(people.Describe());
/// (Table kept, Table heldOut) = people.Split(heldOut: 0.2, stratifyBy: "income");
/// </code>
/// </example>
public sealed partial class Table
{
    /// <summary>The most rows in a table's text.</summary>
    private const int MostShown = 5;

    private readonly Column[] cells;
    private readonly RowSet rows;
    private readonly TableOrigin origin;
    private readonly Dictionary<string, int> indices;
    private readonly CellCounts?[] counts;

    /// <summary>Creates a table from rows in memory.</summary>
    /// <param name="columns">the names of the columns</param>
    /// <param name="rows">the rows, each with a cell for every column; null for a missing value. Copied.</param>
    /// <exception cref="ArgumentNullException">an argument, a name or a row is null.</exception>
    /// <exception cref="ArgumentException">
    /// there are no columns or no rows, two columns have the same name, a row's number of cells is not that of the columns, or a cell is
    /// not valid Unicode text.
    /// </exception>
    public Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string?>> rows)
        : this(Copied(columns), Read(rows, columns.Count), TableOrigin.Memory)
    {
    }

    /// <summary>Takes ownership of the arrays.</summary>
    private Table(string[] columns, (Column[] Cells, int Count) read, TableOrigin origin)
        : this(columns, read.Cells, new RowSet(0, read.Count), origin)
    {
    }

    private Table(string[] columns, Column[] cells, RowSet rows, TableOrigin origin)
    {
        if (columns.Length == 0) throw new ArgumentException("A table needs a column.", nameof(columns));
        if (rows.Count == 0) throw new ArgumentException("A table needs a row.", nameof(rows));
        this.cells = cells;
        this.rows = rows;
        this.origin = origin;
        origin.FoundMark ??= new Lazy<char>(() => DecimalMark.Of(this)); // the first table of an origin has all its rows
        counts = new CellCounts?[cells.Length];
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
    public int RowCount => rows.Count;

    /// <summary>
    /// A cell as it was written; null where nothing is or what stands there is a mark of missing values. In a column of more than 65,536
    /// different numbers texts are not kept: there it is the number as invariant text.
    /// </summary>
    /// <param name="row">the row, from 0</param>
    /// <param name="column">the column, from 0</param>
    /// <exception cref="ArgumentOutOfRangeException">there is no such row or column.</exception>
    public string? this[int row, int column] =>
        WrittenAt(row, column) is { } text && !MarksIn(column).Contains(text) ? text : null;

    /// <summary>The index of a column, from 0.</summary>
    /// <param name="name">its name, case-sensitive</param>
    /// <exception cref="ArgumentException">there is no such column; the message lists the columns.</exception>
    public int IndexOf(string name) => indices.TryGetValue(name, out int index) ? index : throw Without([name]);

    /// <summary>Some of the rows as a new table. It shares the cells with this one.</summary>
    /// <param name="rows">the indices of the rows, from 0, in the order of the new table</param>
    /// <exception cref="ArgumentNullException">the list is null.</exception>
    /// <exception cref="ArgumentException">the list is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">there is no such row.</exception>
    public Table Rows(IReadOnlyList<int> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new Table([.. Columns], cells, this.rows.Select(rows), origin);
    }

    /// <summary>The numbers of rows and columns, and the first rows.</summary>
    public override string ToString()
    {
        IEnumerable<string[]> shown = Enumerable.Range(0, Math.Min(MostShown, RowCount))
            .Select(row => Enumerable.Range(0, Columns.Count).Select(column => this[row, column] ?? "–").ToArray());
        IEnumerable<string> lines =
        [
            $"{Shown.Count(RowCount, "row")} of {Shown.Count(Columns.Count, "column")}",
            .. ShownTable.Lines([[.. Columns], .. shown]),
            .. RowCount > MostShown ? ["…"] : (string[])[],
        ];
        return string.Join(Environment.NewLine, lines);
    }

    private static string[] Copied(IReadOnlyList<string> columns) => [.. columns ?? throw new ArgumentNullException(nameof(columns))];

    private static (Column[] Cells, int Count) Read(IEnumerable<IReadOnlyList<string?>> rows, int columns)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ColumnBuilder[] builders = [.. Enumerable.Range(0, columns).Select(_ => new ColumnBuilder(keepsTexts: true, mark: null))];
        int count = 0;
        foreach (IReadOnlyList<string?> row in rows)
        {
            if (row is null) throw new ArgumentNullException(nameof(rows));
            if (row.Count != columns)
            {
                throw new ArgumentException(
                    $"Row {count} has {row.Count} cells, expected {columns}, one for each column.", nameof(rows));
            }

            for (int column = 0; column < columns; column++) builders[column].Add(row[column]);
            count++;
        }

        return ([.. builders.Select(builder => builder.Build())], count);
    }
}
