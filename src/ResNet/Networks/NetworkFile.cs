namespace ResNet;

/// <summary>
/// A file that holds a network, and perhaps a model that the network is part of: its texts can be read before memory is taken for
/// the network.
/// </summary>
/// <example>
/// <code>
/// (Network network, string? note) = NetworkFile.Open(
///     "clothes.safetensors", file => (file.ReadNetwork(), file.Texts.GetValueOrDefault("note")));
/// </code>
/// </example>
public sealed class NetworkFile
{
    internal const string FormatVersionName = "format_version";
    internal const string DescriptionName = "network";

    /// <summary>The version of the format that is written, and the only one that is read.</summary>
    internal const string FormatVersion = "1";

    /// <summary>The text that names the type of a model; files of networks alone have none.</summary>
    private const string KindName = "kind";

    private readonly Stream stream;
    private readonly SafetensorsHeader header;

    /// <summary>Reads the texts of a file.</summary>
    /// <param name="stream">where the bytes come from; it need not be able to seek, and stays open</param>
    /// <exception cref="ArgumentNullException">there is no stream.</exception>
    /// <exception cref="InvalidDataException">the file is not in the safetensors format, or broken.</exception>
    public NetworkFile(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        this.stream = stream;
        header = SafetensorsFile.ReadHeader(stream);
    }

    /// <summary>
    /// The texts by name, among them those that <see cref="Network.Save(Stream, IReadOnlyDictionary{string, string})"/> was given.
    /// </summary>
    public IReadOnlyDictionary<string, string> Texts => header.Texts;

    /// <summary>The text called <c>kind</c>: the type of the model that the network is part of; null for a network alone.</summary>
    public string? Kind => Texts.GetValueOrDefault(KindName);

    /// <summary>Opens a file, has it read and closes it. What is refused as it is read names the file.</summary>
    /// <typeparam name="T">what is read</typeparam>
    /// <param name="path">the file</param>
    /// <param name="read">reads it</param>
    /// <exception cref="ArgumentException">there is no path.</exception>
    /// <exception cref="InvalidDataException">the file is not in the safetensors format, or what reads it refuses it.</exception>
    /// <exception cref="IOException">the file cannot be read, or is not there.</exception>
    /// <exception cref="UnauthorizedAccessException">access is denied, or there is a folder of that name.</exception>
    public static T Open<T>(string path, Func<NetworkFile, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return SafetensorsFile.Open(path, stream => read(new NetworkFile(stream)));
    }

    /// <summary>Reads the network, with which the stream must end. All is checked before memory is taken for it.</summary>
    /// <exception cref="InvalidDataException">the file describes no network, is broken, or holds a value that is not finite.</exception>
    public Network ReadNetwork()
    {
        NetworkDescription description = Description();
        NetworkRecipe recipe = description.Recipe();
        if (description.FrozenBlocks < 0 || description.FrozenBlocks > recipe.Blocks.Count)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"There are {recipe.Blocks.Count} blocks, of which {description.FrozenBlocks} cannot be frozen."));
        }

        Standardization? inputs = description.InputStandardization?.Standardization(recipe.Inputs, "The standardization of inputs");
        Standardization? targets = description.TargetStandardization?.Standardization(recipe.Outputs, "The standardization of targets");
        Dictionary<string, float[]> tensors = NetworkTensors.Read(stream, header, recipe);
        return Network.Of(recipe, inputs, targets, description.FrozenBlocks, tensors);
    }

    private NetworkDescription Description()
    {
        if (Texts.GetValueOrDefault(FormatVersionName) is not { } version || Texts.GetValueOrDefault(DescriptionName) is not { } json)
        {
            throw new InvalidDataException(
                "The file does not describe a network; if it holds the weights of one, build the network and use LoadWeights.");
        }

        return version == FormatVersion
            ? NetworkDescription.Parse(json)
            : throw new InvalidDataException(
                $"The file has version '{version}' of the format, but this library reads version {FormatVersion}.");
    }
}
