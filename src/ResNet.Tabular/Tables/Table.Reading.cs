using System.Text;

namespace ResNet.Tabular;

/// <content>Tables from files.</content>
public sealed partial class Table
{
    /// <summary>The rows that are read first where a file is read in parts.</summary>
    private const int FirstPart = 1 << 12;

    /// <summary>
    /// Reads a table from a CSV file: comma-separated values, or separated by semicolons, tabs, bars or runs of blanks. What the file
    /// does not say itself, such as whether its first row has names, is found in its cells or told by options;
    /// <see cref="Describe"/> tells what was found.
    /// </summary>
    /// <param name="path">the file, in UTF-8 or with a byte order mark, plain or packed by gzip</param>
    /// <exception cref="ArgumentException">the path is empty.</exception>
    /// <exception cref="IOException">the file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">access to the file is denied.</exception>
    /// <exception cref="InvalidDataException">
    /// the file has no rows, a row with too few or too many cells, a quote that is not closed or is followed by text, two columns with
    /// the same name, text that is no UTF-8, or numbers that could mean two things. The message names the file, the line, the column
    /// where there is one, and the option that helps.
    /// </exception>
    public static Table FromCsv(string path) => FromCsv(path, options: null);

    /// <param name="path">the file, plain or packed by gzip</param>
    /// <param name="options">how to read it; null for the defaults</param>
    /// <exception cref="ArgumentException">
    /// the path is empty, no column has a name that the options tell, or they give one character two meanings.
    /// </exception>
    /// <inheritdoc cref="FromCsv(string)"/>
    public static Table FromCsv(string path, CsvOptions? options) => FromCsv(path, options, known: null);

    /// <summary>Reads a table from CSV text in a stream, as <see cref="FromCsv(string)"/> does from a file.</summary>
    /// <param name="stream">the bytes, from where the stream is; read to its end and left open</param>
    /// <exception cref="ArgumentNullException">the stream is null.</exception>
    /// <exception cref="IOException">the stream cannot be read.</exception>
    /// <exception cref="InvalidDataException">the text is invalid; as in <see cref="FromCsv(string)"/>.</exception>
    public static Table FromCsv(Stream stream) => FromCsv(stream, options: null);

    /// <param name="stream">the bytes, from where the stream is; read to its end and left open</param>
    /// <param name="options">how to read it; null for the defaults</param>
    /// <inheritdoc cref="FromCsv(Stream)"/>
    public static Table FromCsv(Stream stream, CsvOptions? options) => FromCsv(stream, options, NameOf(stream), known: null);

    /// <summary>Reads a file for a model.</summary>
    /// <param name="path">the file</param>
    /// <param name="options">how to read it</param>
    /// <param name="known">the types of the model's columns, by name</param>
    internal static Table FromCsv(string path, CsvOptions? options, IReadOnlyDictionary<string, ColumnType>? known)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = File.OpenRead(path);
        return FromCsv(file, options, Path.GetFileName(path), known);
    }

    /// <inheritdoc cref="FromCsv(string, CsvOptions, IReadOnlyDictionary{string, ColumnType})"/>
    internal static Table FromCsv(Stream stream, CsvOptions? options, string name, IReadOnlyDictionary<string, ColumnType>? known)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        long start = stream.CanSeek ? stream.Position : 0;
        bool isAgain = false;
        return Read(Open, options ?? new CsvOptions(), name, known);

        Stream? Open()
        {
            if (isAgain && !stream.CanSeek) return null;
            if (isAgain) stream.Position = start;
            isAgain = true;
            return stream;
        }
    }

    /// <summary>Reads a table from CSV text, as <see cref="FromCsv(string)"/> does from a file.</summary>
    /// <param name="reader">the text; read to its end and left open</param>
    /// <param name="options">how to read it; null for the defaults</param>
    /// <param name="name">the name of the text in messages, in place of a file's</param>
    /// <exception cref="ArgumentNullException">the text or the name is null.</exception>
    /// <exception cref="InvalidDataException">the text is invalid; as in <see cref="FromCsv(string)"/>.</exception>
    public static Table ReadCsv(TextReader reader, CsvOptions? options = null, string name = "table")
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(name);
        var text = new MemoryStream(Encoding.UTF8.GetBytes(reader.ReadToEnd()), writable: false);
        return FromCsv(text, (options ?? new CsvOptions()) with { Encoding = null }, name, known: null);
    }

    /// <summary>The name of a stream in messages.</summary>
    internal static string NameOf(Stream stream) => stream is FileStream file ? Path.GetFileName(file.Name) : "table";

    /// <summary>A table of one row that a person or a program has written.</summary>
    internal static Table ByHand(IReadOnlyDictionary<string, string?> row)
    {
        string[] columns = [.. row.Keys];
        var origin = new TableOrigin(null, null) { Dialect = new Dialect { IsByHand = true, Mark = '.' } };
        return new Table(columns, Read([[.. row.Values]], columns.Length), origin);
    }

    /// <summary>Reads the rows of a file for a model some at a time.</summary>
    internal static IEnumerable<Table> PartsFromCsv(
        Stream stream, CsvOptions options, string name, IReadOnlyDictionary<string, ColumnType> known)
    {
        options.RefuseClashes();
        foreach (CsvContent content in CsvTable.ReadParts(stream, options, name, known, FirstPart))
        {
            yield return Of(content, options, name, known);
        }
    }

    private static Table Read(
        Func<Stream?> open, CsvOptions options, string name, IReadOnlyDictionary<string, ColumnType>? known)
    {
        options.RefuseClashes();
        Table table = Of(CsvTable.Read(open, options, name, known), options, name, known ?? options.Types);
        foreach (string told in options.Types.Keys) table.IndexOf(told);
        if (known is null && options.Label is { } label) table.IndexOf(label); // rows for a model may lack it
        _ = table.Mark; // numbers that could mean two things are refused now, not when a model is fitted
        return table;
    }

    private static Table Of(CsvContent content, CsvOptions options, string name, IReadOnlyDictionary<string, ColumnType> types)
    {
        var dialect = new Dialect { Missing = options.Missing, Mark = options.DecimalMark, Types = types };
        var origin = new TableOrigin(name, content.Lines) { Dialect = dialect, Doubts = content.Doubts, FirstRow = content.FirstRow };
        return new Table(content.Names, content.Columns, content.Rows, origin);
    }
}
