namespace ResNet;

/// <content>Networks in files.</content>
public sealed partial class Network
{
    private const string FormatVersionName = "format_version";
    private const string LibraryVersionName = "library_version";
    private const string DescriptionName = "network";

    /// <summary>The version of the format that is written, and the only one that is read.</summary>
    private const string FormatVersion = "1";

    /// <summary>The version of this library, as files name it.</summary>
    internal static string LibraryVersion { get; } = typeof(Network).Assembly.GetName().Version!.ToString(fieldCount: 3);

    /// <summary>The parameters and running statistics, as they stand in files.</summary>
    internal IEnumerable<(TensorShape Shape, float[] Values)> Tensors
    {
        get
        {
            var state = State.ToDictionary(array => array.Name, array => array.Values);
            return TensorShapes.Of(recipe).Select(shape => (shape, state[shape.Name]));
        }
    }

    /// <summary>A value that no file may hold, in words; null if there is none.</summary>
    internal string? Flaw => Tensors.Select(tensor => tensor.Shape.Flaw(tensor.Values)).FirstOrDefault(flaw => flaw is not null);

    /// <summary>
    /// Saves the network to one file in the safetensors format, from which <see cref="Load(string)"/> makes the same network, to
    /// the bit, and Python's safetensors package reads the weights. An old file of this name is replaced once the new one is
    /// whole and on disk: a save that is interrupted leaves the old one as it was.
    /// </summary>
    /// <param name="path">where the file goes</param>
    /// <exception cref="ArgumentException">there is no path.</exception>
    /// <exception cref="InvalidOperationException">
    /// the network is being fitted, holds a value that is not finite or a negative running variance, has a class whose name is no
    /// Unicode text, or a description longer than the format's 100 MB.
    /// </exception>
    /// <exception cref="IOException">the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">access is denied, or there is a folder of that name.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, Save);
    }

    /// <summary>
    /// Writes the network to a stream, as <see cref="Save(string)"/> does to a file: F32 tensors under the parameters' names,
    /// weights row by row as [outputs, inputs], vectors as [n], running statistics of batch norm as <c>…running_mean</c> and
    /// <c>…running_variance</c>; the architecture, standardizations, names of classes, frozen blocks and versions as JSON text in
    /// <c>__metadata__</c>.
    /// </summary>
    /// <param name="stream">where the bytes go; it stays open</param>
    /// <exception cref="ArgumentNullException">there is no stream.</exception>
    /// <exception cref="InvalidOperationException">as in <see cref="Save(string)"/>; nothing is written then.</exception>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Save(stream, more: []);
    }

    private void Save(Stream stream, Dictionary<string, string> more)
    {
        using Use.Lease lease = BeginPrediction();
        IReadOnlyList<(TensorShape Shape, float[] Values)> tensors = CheckedTensors();
        var texts = new Dictionary<string, string>(more)
        {
            [FormatVersionName] = FormatVersion,
            [LibraryVersionName] = LibraryVersion,
            [DescriptionName] = Describe().ToJson(),
        };
        SafetensorsFile.Write(stream, texts, [.. tensors.Select(tensor => (tensor.Shape, tensor.Values.AsMemory()))]);
    }

    /// <summary>Loads a network that <see cref="Save(string)"/> has saved. All is checked before memory is taken for it.</summary>
    /// <param name="path">the file</param>
    /// <exception cref="ArgumentException">there is no path.</exception>
    /// <exception cref="InvalidDataException">the file is no such network, is broken, or holds a value that is not finite.</exception>
    /// <exception cref="IOException">the file cannot be read, or is not there.</exception>
    /// <exception cref="UnauthorizedAccessException">access is denied, or there is a folder of that name.</exception>
    public static Network Load(string path) => Read(path, Load);

    /// <summary>
    /// Reads a network that <see cref="Save(Stream)"/> has written. The stream need not be able to seek and must end with the
    /// network.
    /// </summary>
    /// <param name="stream">where the bytes come from; it stays open</param>
    /// <exception cref="ArgumentNullException">there is no stream.</exception>
    /// <exception cref="InvalidDataException">as in <see cref="Load(string)"/>.</exception>
    public static Network Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        SafetensorsHeader header = SafetensorsFile.ReadHeader(stream);
        if (KindIn(header) is { } kind)
        {
            throw new InvalidDataException($"The file holds a {kind}, of which a network is only a part; load it with {kind}.Load.");
        }

        return Load(stream, header);
    }

    private static Network Load(Stream stream, SafetensorsHeader header)
    {
        NetworkDescription description = DescriptionIn(header);
        NetworkRecipe recipe = description.Recipe();
        if (description.FrozenBlocks < 0 || description.FrozenBlocks > recipe.Blocks.Count)
        {
            throw new InvalidDataException($"There are {recipe.Blocks.Count} blocks, of which {description.FrozenBlocks} cannot be frozen.");
        }

        Standardization? inputScaling = description.InputStandardization?.Standardization(recipe.Inputs, "The standardization of inputs");
        Standardization? targetScaling = description.TargetStandardization?.Standardization(recipe.Outputs, "The standardization of targets");
        Dictionary<string, float[]> tensors = NetworkTensors.Read(stream, header, recipe);
        var network = new Network(recipe, seed: null) { InputStandardization = inputScaling, TargetStandardization = targetScaling };
        network.Take(tensors);
        network.Freeze(description.FrozenBlocks);
        return network;
    }

    /// <summary>
    /// Takes over weights and running statistics from a file in the safetensors format that anyone may have written: numbers of
    /// F32, F64, F16 or BF16 under the names and in the shapes that <see cref="Save(Stream)"/> gives them. Exactly the network's
    /// own tensors must be there, finite: one that is missing, too many or of another shape is refused, since it tells of
    /// another network. The network changes as a whole or not at all.
    /// </summary>
    /// <param name="path">the file</param>
    /// <exception cref="ArgumentException">there is no path.</exception>
    /// <exception cref="InvalidDataException">the file is broken or not as it should be; the message says where.</exception>
    /// <exception cref="InvalidOperationException">the network is in use by a fit or prediction.</exception>
    /// <exception cref="IOException">the file cannot be read, or is not there.</exception>
    /// <exception cref="UnauthorizedAccessException">access is denied, or there is a folder of that name.</exception>
    public void LoadWeights(string path) => Read(path, stream =>
    {
        LoadWeights(stream);
        return this;
    });

    /// <summary>
    /// As <see cref="LoadWeights(string)"/>, from a stream, which need not be able to seek and must end with the last tensor.
    /// </summary>
    /// <param name="stream">where the bytes come from; it stays open</param>
    /// <exception cref="ArgumentNullException">there is no stream.</exception>
    /// <exception cref="InvalidDataException">as in <see cref="LoadWeights(string)"/>.</exception>
    /// <exception cref="InvalidOperationException">the network is in use by a fit or prediction.</exception>
    public void LoadWeights(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Dictionary<string, float[]> tensors = NetworkTensors.Read(stream, SafetensorsFile.ReadHeader(stream), recipe);
        using Use.Lease lease = use.BeginFit();
        Take(tensors);
    }

    /// <summary>The arrays that files hold, column by column, of a network that is fit for a file.</summary>
    /// <exception cref="InvalidOperationException">a value is not as it should be, or a class's name is no text.</exception>
    internal IReadOnlyList<(TensorShape Shape, float[] Values)> CheckedTensors()
    {
        if (ClassNames?.FirstOrDefault(name => !Descriptions.IsText(name)) is { } broken)
        {
            throw new InvalidOperationException($"A class has a name that is no text: '{broken}'.");
        }

        return Flaw is { } flaw ? throw new InvalidOperationException(flaw) : [.. Tensors];
    }

    /// <summary>Reads from a file, which what is refused then names.</summary>
    internal static T Read<T>(string path, Func<Stream, T> read)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = File.OpenRead(path);
        try
        {
            return read(file);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"'{path}': {exception.Message}", exception);
        }
    }

    private static NetworkDescription DescriptionIn(SafetensorsHeader header)
    {
        string? version = header.Texts.GetValueOrDefault(FormatVersionName), json = header.Texts.GetValueOrDefault(DescriptionName);
        if (version is null || json is null)
        {
            throw new InvalidDataException(
                "The file does not describe a network; if it holds the weights of one, build the network and use LoadWeights.");
        }

        return version == FormatVersion
            ? NetworkDescription.Parse(json)
            : throw new InvalidDataException($"The file has version '{version}' of the format, but this library reads version {FormatVersion}.");
    }

    private void Take(Dictionary<string, float[]> tensors)
    {
        foreach ((TensorShape shape, float[] values) in Tensors) shape.FromRows(tensors[shape.Name], values);
    }

    /// <summary>All but the parameters and running statistics.</summary>
    internal NetworkDescription Describe() => new()
    {
        Inputs = Inputs,
        Embeddings = recipe.Embeddings.Count > 0 ? recipe.Embeddings : null,
        Blocks = [.. recipe.Blocks.Select(BlockDescription.Of)],
        Outputs = Outputs,
        ClassNames = ClassNames,
        InputStandardization = StandardizationDescription.Of(InputStandardization),
        TargetStandardization = StandardizationDescription.Of(TargetStandardization),
        FrozenBlocks = FrozenBlocks,
    };
}
