namespace ResNet.Tabular;

/// <content>Models in files.</content>
public sealed partial class TabularModel
{
    private const string KindName = "kind";
    private const string TableName = "table";

    /// <summary>
    /// Saves the model to one file in the safetensors format, from which <see cref="Load(string)"/> makes a model that gives the
    /// same answers, to the bit: the network as <see cref="Network.Save(string)"/> writes it, and with it how rows become its
    /// features. An old file of this name is replaced once the new one is whole and on disk.
    /// </summary>
    /// <param name="path">where the file goes</param>
    /// <exception cref="ArgumentException">there is no path.</exception>
    /// <exception cref="InvalidOperationException">
    /// as in <see cref="Network.Save(string)"/>, or a column or category has a name that is no Unicode text.
    /// </exception>
    /// <exception cref="IOException">the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">access is denied, or there is a folder of that name.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, Save);
    }

    /// <summary>
    /// Writes the model to a stream, as <see cref="Save(string)"/> does to a file: the network's tensors and texts, and beside
    /// them in <c>__metadata__</c>, as JSON text, <c>table</c> with the label, the columns, their statistics and categories.
    /// </summary>
    /// <param name="stream">where the bytes go; it stays open</param>
    /// <exception cref="ArgumentNullException">there is no stream.</exception>
    /// <exception cref="InvalidOperationException">as in <see cref="Save(string)"/>; nothing is written then.</exception>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var table = new TableDescription(Label, Encoder.Describe());
        if (table.Texts.FirstOrDefault(name => !Descriptions.IsText(name)) is { } broken)
        {
            throw new InvalidOperationException($"A column or category has a name that is no text: '{broken}'.");
        }

        Network.Save(stream, new Dictionary<string, string> { [KindName] = nameof(TabularModel), [TableName] = table.ToJson() });
    }

    /// <summary>Loads a model that <see cref="Save(string)"/> has saved. All is checked before memory is taken for it.</summary>
    /// <param name="path">the file</param>
    /// <returns>the model, without <see cref="History"/></returns>
    /// <exception cref="ArgumentException">there is no path.</exception>
    /// <exception cref="InvalidDataException">the file is no such model, is broken, or holds a value that is not finite.</exception>
    /// <exception cref="IOException">the file cannot be read, or is not there.</exception>
    /// <exception cref="UnauthorizedAccessException">access is denied, or there is a folder of that name.</exception>
    public static TabularModel Load(string path) => NetworkFile.Open(path, Read);

    /// <summary>
    /// Reads a model that <see cref="Save(Stream)"/> has written. The stream need not be able to seek and must end with the model.
    /// </summary>
    /// <param name="stream">where the bytes come from; it stays open</param>
    /// <returns>the model, without <see cref="History"/></returns>
    /// <exception cref="ArgumentNullException">there is no stream.</exception>
    /// <exception cref="InvalidDataException">as in <see cref="Load(string)"/>.</exception>
    public static TabularModel Load(Stream stream) => Read(new NetworkFile(stream));

    private static TabularModel Read(NetworkFile file)
    {
        TableDescription table = DescriptionIn(file);
        TableEncoder encoder = table.Encoder();
        Network network = file.ReadNetwork();
        CheckFit(encoder, network);
        ClassLabels? labels = network.ClassNames is { } classes ? new ClassLabels(table.Label, [.. classes]) : null;
        return new TabularModel(table.Label, encoder, labels, network, history: null);
    }

    private static TableDescription DescriptionIn(NetworkFile file)
    {
        if (file.Kind is null)
        {
            file.ReadNetwork(); // what is no network either is refused as such
            throw new InvalidDataException(
                $"The file holds a network alone, not a {nameof(TabularModel)}; load it with {nameof(ResNet.Network)}.Load.");
        }

        if (file.Kind != nameof(TabularModel))
        {
            throw new InvalidDataException($"The file holds a {file.Kind}, not a {nameof(TabularModel)}.");
        }

        return file.Texts.TryGetValue(TableName, out string? json)
            ? TableDescription.Parse(json)
            : throw new InvalidDataException($"The file does not describe the {nameof(TabularModel)}'s {TableName}.");
    }

    /// <summary>Refuses a network that does not take what the encoder gives, or does not give an answer.</summary>
    private static void CheckFit(TableEncoder encoder, Network network)
    {
        if (encoder.Features != network.Inputs)
        {
            throw new InvalidDataException($"The table gives {encoder.Features} features, but the network takes {network.Inputs}.");
        }

        if (network.ClassNames is null && network.Outputs != 1)
        {
            throw new InvalidDataException($"The network has {network.Outputs} outputs, which are neither one number nor classes with names.");
        }

        Dictionary<int, int> categories = network.Parts
            .SelectMany(stage => stage.Parts).OfType<EmbeddingsPart>().SelectMany(part => part.Embeddings)
            .ToDictionary(embedding => embedding.Feature, embedding => embedding.Categories);
        foreach (CategoryCodes codes in encoder.Codes)
        {
            if (categories.GetValueOrDefault(codes.Feature) != codes.Count)
            {
                throw new InvalidDataException($"The network has no vectors for the {codes.Count} numbers of column '{codes.Column}'.");
            }
        }
    }
}
