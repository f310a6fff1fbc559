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

    /// <summary>
    /// Reads rows for this model from a CSV file some at a time, so that files of any length need little memory: first up to 4,096, then
    /// twice as many each time, up to 65,536. What the first rows say of the file's layout holds for all.
    /// </summary>
    /// <param name="path">the file</param>
    /// <param name="options">how to read the file otherwise, such as its separator or encoding; null for the defaults</param>
    /// <returns>tables that follow one another, read as they are asked for; errors come with the part that they are in</returns>
    /// <example>
    /// <code>
    /// var model = TabularModel.Load("model.safetensors");
    /// foreach (Table rows in model.ReadInParts("rows.csv", options: null))
    /// {
    ///     foreach (TabularPrediction prediction in model.Predict(rows)) Console.WriteLine(prediction);
    /// }
    /// </code>
    /// </example>
    /// <inheritdoc cref="Read(string)" path="exception"/>
    public IEnumerable<Table> ReadInParts(string path, CsvOptions? options)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Parts();

        IEnumerable<Table> Parts()
        {
            using FileStream file = File.OpenRead(path);
            foreach (Table table in ReadInParts(file, options)) yield return table;
        }
    }

    /// <summary>Reads rows for this model from CSV text some at a time, as <see cref="ReadInParts(string, CsvOptions)"/> does.</summary>
    /// <param name="stream">the bytes, from where the stream is; read as parts are asked for and left open</param>
    /// <param name="options">how to read the text otherwise, such as its separator or encoding; null for the defaults</param>
    /// <inheritdoc cref="ReadInParts(string, CsvOptions)" path="returns"/>
    /// <inheritdoc cref="Read(Stream)" path="exception"/>
    public IEnumerable<Table> ReadInParts(Stream stream, CsvOptions? options)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Table.PartsFromCsv(stream, Reading(options), Table.NameOf(stream), KnownTypes());
    }

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
