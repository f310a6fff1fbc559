namespace ResNet.Tabular;

/// <summary>
/// How to read a CSV file. Cells are always trimmed, and blank lines skipped. Options are equal where their settings are, lists item
/// by item.
/// </summary>
/// <example><code>Table table = Table.FromCsv("people.csv", new CsvOptions { Separator = ';', Header = true });</code></example>
public sealed record CsvOptions
{
    /// <summary>
    /// The separator of cells, an ASCII character. Null, the default, detects it from the first lines: comma, semicolon, tab or bar.
    /// </summary>
    public char? Separator { get; init; }

    /// <summary>
    /// Whether the first row holds the names of the columns. Null, the default, detects it: it does if none of its cells is a
    /// number and in some column all other cells are. For a table of text only, or with a number as a column name, it must be set.
    /// Columns without a name are called "column 1", "column 2" and so on.
    /// </summary>
    public bool? Header { get; init; }

    /// <summary>
    /// The names of the columns. The file then has no header unless <see cref="Header"/> is true; such a header is ignored. Null,
    /// the default, takes the names from the header.
    /// </summary>
    public IReadOnlyList<string>? ColumnNames { get; init => field = value is null ? null : new ValueList<string>(value); }

    /// <summary>
    /// The cells that mean a missing value, case-sensitive; by default the empty cell, "?", "NA", "NaN" and "null". A missing value
    /// is null in the table.
    /// </summary>
    /// <exception cref="ArgumentNullException">the list is null.</exception>
    public IReadOnlyCollection<string> MissingTexts
    {
        get;
        init => field = new ValueList<string>(value ?? throw new ArgumentNullException(nameof(value)));
    } = new ValueList<string>(["", "?", "NA", "NaN", "null"]);

    /// <summary>Lines that begin with this ASCII character are skipped; null, the default, skips none.</summary>
    public char? Comment { get; init; }

    /// <summary>Every setting by its name.</summary>
    public override string ToString() => Shown.Record(nameof(CsvOptions), PrintMembers);
}
