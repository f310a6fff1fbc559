namespace ResNet.Tabular;

/// <summary>How to read a file of separated values. Cells are trimmed and blank lines skipped, whatever the options.</summary>
public sealed class CsvOptions
{
    /// <summary>
    /// What separates cells, an ASCII character. Null, the default, finds it in the first lines: a comma, semicolon, tab or bar.
    /// </summary>
    public char? Separator { get; init; }

    /// <summary>
    /// Whether the first row holds the names of the columns. Null, the default, finds out: it does if none of its cells is a
    /// number while in some column all cells below are. A table of text alone, or one with a number for a name, must be told.
    /// Without names columns are called "column 1", "column 2" and so on; so is a column whose name is empty.
    /// </summary>
    public bool? Header { get; init; }

    /// <summary>
    /// The names of the columns. The file then has no header unless <see cref="Header"/> is true, and that one is passed over.
    /// Null, the default, takes the header's.
    /// </summary>
    public IReadOnlyList<string>? ColumnNames { get; init; }

    /// <summary>
    /// The cells that stand for a missing value, to the letter; by default the empty cell, "?", "NA", "NaN" and "null". A
    /// missing value is null in the table.
    /// </summary>
    /// <exception cref="ArgumentNullException">there is no list.</exception>
    public IReadOnlyCollection<string> MissingTexts { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } =
        ["", "?", "NA", "NaN", "null"];

    /// <summary>Lines that begin with this ASCII character are skipped; null, the default, skips none.</summary>
    public char? Comment { get; init; }
}
