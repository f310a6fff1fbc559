using System.Text;

namespace ResNet.Tabular;

/// <summary>
/// How to read a CSV file, where the file does not say it itself. Cells are always trimmed, and blank lines skipped. Options are equal
/// where their settings are, lists item by item.
/// </summary>
/// <example><code>Table table = Table.FromCsv("people.csv", new CsvOptions { Separator = ';', Label = "income" });</code></example>
public sealed record CsvOptions
{
    /// <summary>
    /// The separator of cells, an ASCII character; a blank means any run of blanks and tabs. Null, the default, detects it from the
    /// first lines: comma, semicolon, tab, bar or runs of blanks.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">it is no printable ASCII character or tab, or the double quote.</exception>
    public char? Separator
    {
        get;
        init => field = value is not { } letter || MaySeparate(letter)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(Separator), value, "A separator is a printable ASCII character, but no double quote, or a tab.");
    }

    /// <summary>
    /// Whether the first row holds the names of the columns. Null, the default, detects it: it does if a cell is the <see cref="Label"/>,
    /// or if none of its cells is a number and below one of them all are, or, in a table of texts, if its cells are all different and
    /// none occurs below in its own column. Years in a row above other numbers are names, too. Columns without a name are called
    /// "column 1", "column 2" and so on.
    /// </summary>
    public bool? Header { get; init; }

    /// <summary>A column that the file must have, such as the one to predict; it settles whether the first row holds names.</summary>
    public string? Label { get; init; }

    /// <summary>
    /// The names of the columns. The file then has no header unless <see cref="Header"/> is true; such a header is ignored. Null,
    /// the default, takes the names from the header.
    /// </summary>
    public IReadOnlyList<string>? ColumnNames { get; init => field = value is null ? null : new ValueList<string>(value); }

    /// <summary>
    /// The types of columns, by name; those of others are found, when a model is fitted, from all rows. A column told to be categorical
    /// keeps all its texts as written, also where they are more than 65,536 numbers. Empty by default.
    /// </summary>
    /// <exception cref="ArgumentNullException">the dictionary is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">one of the types does not exist.</exception>
    public IReadOnlyDictionary<string, ColumnType> Types
    {
        get;
        init => field = TypesByName.Checked(value, nameof(Types));
    } = TypesByName.None;

    /// <summary>
    /// Texts that mean a missing value, beside the well-known ones: the empty cell, ?, NA, N/A, #N/A, #NA, NaN, null, None and what else
    /// pandas takes for one. All hold in any letter case. In a label column of texts only the empty cell and the texts given here are
    /// missing, since None may be a class. Empty by default.
    /// </summary>
    /// <exception cref="ArgumentNullException">the list is null.</exception>
    public IReadOnlyCollection<string> MissingTexts
    {
        get;
        init => field = new ValueList<string>(value ?? throw new ArgumentNullException(nameof(value)));
    } = new ValueList<string>([]);

    /// <summary>
    /// The decimal mark of all numbers, a point or a comma. Null, the default, finds it in the cells: digits after a comma that are not
    /// three, or 0 before it, say comma. A point in what is a number without thousands is a decimal point in any case.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">it is another character.</exception>
    public char? DecimalMark
    {
        get;
        init => field = value is null or '.' or ','
            ? value
            : throw new ArgumentOutOfRangeException(nameof(DecimalMark), value, "A decimal mark is a point or a comma.");
    }

    /// <summary>
    /// The encoding of the text. Null, the default, is UTF-8, or what a byte order mark says. For code pages such as Windows-1252
    /// register <c>CodePagesEncodingProvider.Instance</c> first.
    /// </summary>
    public Encoding? Encoding { get; init; }

    /// <summary>
    /// What quotes cells, an ASCII character. Null, the default, is the double quote; where most rows have cells within single quotes,
    /// it has to be told.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">it is no printable ASCII character, or a blank.</exception>
    public char? Quote
    {
        get;
        init => field = value is null or (> ' ' and < '\x7F')
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Quote), value, "A quote is a printable ASCII character.");
    }

    /// <summary>Whether a quote within a quoted cell is written \" (and a backslash \\) instead of ""; false by default.</summary>
    public bool BackslashQuotes { get; init; }

    /// <summary>Lines that begin with this ASCII character are skipped; null, the default, skips none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">it is no printable ASCII character, or a blank or the double quote.</exception>
    public char? Comment
    {
        get;
        init => field = value is null or (> ' ' and < '\x7F' and not '"')
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(Comment), value, "Comments begin with a printable ASCII character, but no double quote.");
    }

    /// <summary>
    /// The number of lines above the table, blank ones among them, which are left out unread. Null, the default, finds lines of text
    /// above it by themselves where they have other numbers of cells than its rows.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">it is negative.</exception>
    public int? LinesAbove
    {
        get;
        init
        {
            if (value is { } lines) ArgumentOutOfRangeException.ThrowIfNegative(lines, nameof(LinesAbove));
            field = value;
        }
    }

    /// <summary>Every setting by its name.</summary>
    public override string ToString() => Shown.Record(nameof(CsvOptions), PrintMembers);

    /// <summary>The marks of missing values.</summary>
    internal MissingMarks Missing => new(new ValueList<string>(MissingTexts));

    /// <summary>Whether a character may separate cells.</summary>
    internal static bool MaySeparate(char letter) => letter is '\t' or (>= ' ' and < '\x7F' and not '"');

    /// <summary>Refuses one character told for two things.</summary>
    /// <exception cref="ArgumentException">there is one.</exception>
    internal void RefuseClashes()
    {
        Refuse(nameof(Separator), Separator, nameof(Comment), Comment);
        Refuse(nameof(Separator), Separator, nameof(Quote), Quote);
        Refuse(nameof(Comment), Comment, nameof(Quote), Quote);

        static void Refuse(string one, char? first, string other, char? second)
        {
            if (first is null || first != second) return;
            throw new ArgumentException($"{nameof(CsvOptions)}.{one} and {nameof(CsvOptions)}.{other} are both '{first}'.");
        }
    }
}
