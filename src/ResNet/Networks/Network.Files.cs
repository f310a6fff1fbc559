namespace ResNet;

/// <content>Networks in files.</content>
public sealed partial class Network
{
    private const string LibraryVersionName = "library_version";

    /// <summary>The version of this library, as files name it.</summary>
    internal static string LibraryVersion { get; } = typeof(Network).Assembly.GetName().Version!.ToString(fieldCount: 3);

    /// <summary>A value that no file may hold, in words; null if there is none.</summary>
    internal string? Flaw => Arrays.All.Select(array => array.Flaw).FirstOrDefault(flaw => flaw is not null);

    /// <summary>
    /// Copies of all that training changes, by name and in the order of files: parameters, and running statistics of batch norm.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// the network is being fitted, or holds a value that is not finite or a negative running variance.
    /// </exception>
    public IReadOnlyDictionary<string, NamedTensor> Tensors()
    {
        using Use.Lease lease = Use.BeginPrediction();
        CheckValues();
        return new OrderedDictionary<string, NamedTensor>(Arrays.All.Select(array => KeyValuePair.Create(array.Array.Name, array.Copy())));
    }

    /// <summary>
    /// Saves the network to one file in the safetensors format, from which <see cref="Load(string)"/> makes the same network, to
    /// the bit, and Python's safetensors package reads the weights. An old file of this name is replaced once the new one is
    /// whole and on disk: a save that is interrupted leaves the old one as it was. What becomes of links, modes of files, devices and
    /// pipes is told by <see cref="AtomicFile.Write"/>.
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
        Save(stream, System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty);
    }

    /// <summary>Writes the network as <see cref="Save(Stream)"/> does, and with it texts of the caller's.</summary>
    /// <param name="stream">where the bytes go; it stays open</param>
    /// <param name="texts">
    /// the texts by name, from which <see cref="NetworkFile"/> gives them back; with one called <c>kind</c>, the type of a model that
    /// the network is part of, <see cref="Load(string)"/> refuses the file and names that type. What is called
    /// <c>format_version</c>, <c>library_version</c> or <c>network</c> is the network's own, and the caller's is left out
    /// </param>
    /// <exception cref="ArgumentNullException">there is no stream, or there are no texts.</exception>
    /// <exception cref="ArgumentException">a text or its name is null or no Unicode text, which no file gives back.</exception>
    /// <exception cref="InvalidOperationException">as in <see cref="Save(string)"/>; nothing is written then.</exception>
    public void Save(Stream stream, IReadOnlyDictionary<string, string> texts)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(texts);
        foreach ((string name, string? text) in texts)
        {
            if (text is null || !Descriptions.IsText(text) || !Descriptions.IsText(name))
            {
                throw new ArgumentException($"What is called '{name}' is no Unicode text, which no file gives back.", nameof(texts));
            }
        }

        using Use.Lease lease = Use.BeginPrediction();
        if (ClassNames?.FirstOrDefault(name => !Descriptions.IsText(name)) is { } broken)
        {
            throw new InvalidOperationException($"A class has a name that is not valid Unicode text: '{broken}'.");
        }

        CheckValues();
        var all = new Dictionary<string, string>(texts)
        {
            [NetworkFile.FormatVersionName] = NetworkFile.FormatVersion,
            [LibraryVersionName] = LibraryVersion,
            [NetworkFile.DescriptionName] = Describe().ToJson(),
        };
        SafetensorsFile.Write(stream, all, [.. Arrays.All.Select(array => (array.Shape, array.Values.AsMemory()))]);
    }

    /// <summary>Loads a network that <see cref="Save(string)"/> has saved. All is checked before memory is taken for it.</summary>
    /// <param name="path">the file</param>
    /// <exception cref="ArgumentException">there is no path.</exception>
    /// <exception cref="InvalidDataException">the file is no such network, is broken, or holds a value that is not finite.</exception>
    /// <exception cref="IOException">the file cannot be read, or is not there.</exception>
    /// <exception cref="UnauthorizedAccessException">access is denied, or there is a folder of that name.</exception>
    public static Network Load(string path) => NetworkFile.Open(path, LoadAlone);

    /// <summary>
    /// Reads a network that <see cref="Save(Stream)"/> has written. The stream need not be able to seek and must end with the
    /// network.
    /// </summary>
    /// <param name="stream">where the bytes come from; it stays open</param>
    /// <exception cref="ArgumentNullException">there is no stream.</exception>
    /// <exception cref="InvalidDataException">as in <see cref="Load(string)"/>.</exception>
    public static Network Load(Stream stream) => LoadAlone(new NetworkFile(stream));

    /// <summary>
    /// Takes over weights and running statistics from a file in the safetensors format that anyone may have written: numbers of
    /// F32, F64, F16 or BF16 under the names and in the shapes that <see cref="Save(Stream)"/> gives them. All of the network's
    /// tensors must be there, finite: one that is missing, of another shape or of another type is refused by its name. Others that
    /// the file holds, whatever their type, are passed over, such as the <c>num_batches_tracked</c> of PyTorch's batch norm;
    /// <see cref="Load(string)"/>, whose files this library has written, refuses them. The network changes as a whole or not at all.
    /// </summary>
    /// <param name="path">the file</param>
    /// <exception cref="ArgumentException">there is no path.</exception>
    /// <exception cref="InvalidDataException">
    /// the file is broken or not as it should be, of which the message says where, or in another format, and the message says in which
    /// it seems to be.
    /// </exception>
    /// <exception cref="InvalidOperationException">the network is in use by a fit or prediction.</exception>
    /// <exception cref="IOException">the file cannot be read, or is not there.</exception>
    /// <exception cref="UnauthorizedAccessException">access is denied, or there is a folder of that name.</exception>
    public void LoadWeights(string path) => SafetensorsFile.Open(path, stream =>
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
        Dictionary<string, float[]> tensors = NetworkTensors.Read(stream, SafetensorsFile.ReadHeader(stream), recipe, mayHaveOthers: true);
        using Use.Lease lease = Use.BeginFit();
        Take(tensors);
    }

    /// <summary>A network of a recipe with these standardizations and values.</summary>
    internal static Network Of(
        NetworkRecipe recipe, Standardization? inputs, Standardization? targets, int frozenBlocks, Dictionary<string, float[]> tensors)
    {
        var network = new Network(recipe, seed: null);
        network.Standardize(inputs, targets);
        network.Take(tensors);
        network.Freeze(frozenBlocks);
        return network;
    }

    private static Network LoadAlone(NetworkFile file) => file.Kind is { } kind
        ? throw new InvalidDataException($"The file holds a {kind}, of which a network is only a part; load it with {kind}.Load.")
        : file.ReadNetwork();

    private void CheckValues()
    {
        if (Flaw is { } flaw) throw new InvalidOperationException(flaw);
    }

    private void Take(Dictionary<string, float[]> tensors)
    {
        foreach (LiveArray array in Arrays.All) array.Shape.FromRows(tensors[array.Array.Name], array.Values);
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
