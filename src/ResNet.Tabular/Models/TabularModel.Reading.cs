namespace ResNet.Tabular;

/// <content>Files read as the model reads them.</content>
public sealed partial class TabularModel
{
    /// <summary>
    /// Reads rows for this model from a CSV file: with the model's types of columns, marks of missing values, decimal mark and dates,
    /// nothing of which is found anew. The label column may be missing.
    /// </summary>
    /// <param name="path">the file</param>
    /// <exception cref="ArgumentException">the path is empty.</exception>
    /// <exception cref="IOException">the file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">access to the file is denied.</exception>
    /// <exception cref="InvalidDataException">the file is invalid; as in <see cref="Table.FromCsv(string)"/>.</exception>
    public Table Read(string path) => Read(path, options: null);

    /// <param name="path">the file</param>
    /// <param name="options">how to read the file otherwise, such as its separator or encoding; null for the defaults</param>
    /// <inheritdoc cref="Read(string)"/>
    public Table Read(string path, CsvOptions? options) => Table.FromCsv(path, Reading(options), KnownTypes());

    /// <summary>Reads rows for this model from CSV text, as <see cref="Read(string)"/> does from a file.</summary>
    /// <param name="stream">the bytes, from where the stream is; read to its end and left open</param>
    /// <exception cref="ArgumentNullException">the stream is null.</exception>
    /// <exception cref="InvalidDataException">the text is invalid; as in <see cref="Table.FromCsv(string)"/>.</exception>
    public Table Read(Stream stream) => Read(stream, options: null);

    /// <param name="stream">the bytes, from where the stream is; read to its end and left open</param>
    /// <param name="options">how to read the text otherwise, such as its separator or encoding; null for the defaults</param>
    /// <inheritdoc cref="Read(Stream)"/>
    public Table Read(Stream stream, CsvOptions? options) => Table.FromCsv(stream, Reading(options), Table.NameOf(stream), KnownTypes());

    /// <summary>What this model knows of how its files are written, and otherwise what was told.</summary>
    private CsvOptions Reading(CsvOptions? options)
    {
        options ??= new CsvOptions();
        return options with
        {
            DecimalMark = options.DecimalMark ?? (Encoder.HasDecimalComma || target.HasDecimalComma ? ',' : '.'),
            MissingTexts = [.. Encoder.Missing.Added, .. options.MissingTexts],
        };
    }

    private Dictionary<string, ColumnType> KnownTypes()
    {
        var types = new Dictionary<string, ColumnType>(Encoder.ColumnTypes);
        foreach (string label in Labels) types[label] = target.LabelType;
        return types;
    }
}
