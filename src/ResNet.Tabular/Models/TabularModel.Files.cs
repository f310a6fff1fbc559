namespace ResNet.Tabular;

/// <content>Models in files.</content>
public sealed partial class TabularModel
{
    private const string KindName = "kind";
    private const string TableName = "table";

    /// <summary>
    /// Saves the model to one file in the safetensors format: the network as <see cref="Network.Save(string)"/> writes it, and the
    /// encoding of the columns. A model loaded from it makes the same predictions, to the bit. An existing file is replaced once the
    /// new one is complete and on disk.
    /// </summary>
    /// <param name="path">the file</param>
    /// <exception cref="ArgumentException">the path is null or empty.</exception>
    /// <exception cref="InvalidOperationException">
    /// as in <see cref="Network.Save(string)"/>, or the name of a column or category is not valid Unicode text.
    /// </exception>
    /// <exception cref="IOException">the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">access is denied, or the path is a folder.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, Save);
    }

    /// <summary>
    /// Writes the model to a stream, as <see cref="Save(string)"/> does to a file: the network's tensors and texts and, as JSON text
    /// in <c>__metadata__</c>, <c>table</c> with the label, the columns, their statistics and categories.
    /// </summary>
    /// <param name="stream">where to write; it stays open</param>
    /// <exception cref="ArgumentNullException">the stream is null.</exception>
    /// <exception cref="InvalidOperationException">as in <see cref="Save(string)"/>; then nothing is written.</exception>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        SavedTable table = Encoder.Describe(target.Describe());
        if (table.Texts.FirstOrDefault(name => !Descriptions.IsText(name)) is { } broken)
        {
            throw new InvalidOperationException($"A column or category has a name that is not valid Unicode text: '{broken}'.");
        }

        Network.Save(stream, new Dictionary<string, string> { [KindName] = nameof(TabularModel), [TableName] = table.ToJson() });
    }

    /// <summary>Loads a model that <see cref="Save(string)"/> has saved. The file is checked before memory is allocated for it.</summary>
    /// <param name="path">the file</param>
    /// <returns>the model, without <see cref="History"/></returns>
    /// <exception cref="ArgumentException">the path is null or empty.</exception>
    /// <exception cref="InvalidDataException">the file is not such a model, is invalid, or has a value that is not finite.</exception>
    /// <exception cref="IOException">the file does not exist or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">access is denied, or the path is a folder.</exception>
    public static TabularModel Load(string path) => NetworkFile.Open(path, Read);

    /// <summary>
    /// Reads a model that <see cref="Save(Stream)"/> has written. The stream need not support seeking and must end with the model.
    /// </summary>
    /// <param name="stream">where to read from; it stays open</param>
    /// <returns>the model, without <see cref="History"/></returns>
    /// <exception cref="ArgumentNullException">the stream is null.</exception>
    /// <exception cref="InvalidDataException">as in <see cref="Load(string)"/>.</exception>
    public static TabularModel Load(Stream stream) => Read(new NetworkFile(stream));

    private static TabularModel Read(NetworkFile file)
    {
        SavedTable table = DescriptionIn(file);
        TableEncoder encoder = table.Encoder();
        Network network = file.ReadNetwork();
        CheckFit(encoder, network);
        return new TabularModel(table.Target(network), encoder, network);
    }

    private static SavedTable DescriptionIn(NetworkFile file)
    {
        if (file.Kind is null)
        {
            file.ReadNetwork(); // a file that is not a network either is refused as such
            throw new InvalidDataException(
                $"The file holds a network alone, not a {nameof(TabularModel)}; load it with {nameof(ResNet.Network)}.Load.");
        }

        if (file.Kind != nameof(TabularModel))
        {
            throw new InvalidDataException($"The file holds a {file.Kind}, not a {nameof(TabularModel)}.");
        }

        return file.Texts.TryGetValue(TableName, out string? json)
            ? SavedTable.Parse(json)
            : throw new InvalidDataException($"The file does not describe the {nameof(TabularModel)}'s {TableName}.");
    }

    /// <summary>Refuses a network whose inputs are not the encoder's features, or whose outputs are not a prediction.</summary>
    private static void CheckFit(TableEncoder encoder, Network network)
    {
        if (encoder.Features != network.Inputs)
        {
            throw new InvalidDataException($"The table gives {encoder.Features} features, but the network takes {network.Inputs}.");
        }

        Dictionary<int, int> categories = network.Parts
            .SelectMany(stage => stage.Parts).OfType<EmbeddingsPart>().SelectMany(part => part.Embeddings)
            .ToDictionary(embedding => embedding.Feature, embedding => embedding.Categories);
        foreach (CategoryCodes codes in encoder.Codes)
        {
            if (categories.GetValueOrDefault(codes.Feature) != codes.Count)
            {
                throw new InvalidDataException($"The network has no embeddings for the {codes.Count} codes of column '{codes.Column}'.");
            }
        }
    }
}
