namespace ResNet;

/// <content>Networks in the files of models that they are part of.</content>
public sealed partial class Network
{
    /// <summary>The text that names the type of the model; files of networks alone have none.</summary>
    private const string KindName = "kind";

    /// <summary>Writes the network and the description of the other part of a model.</summary>
    /// <param name="stream">where the bytes go</param>
    /// <param name="kind">the model's type</param>
    /// <param name="part">what the other part is called</param>
    /// <param name="description">the other part's description</param>
    internal void SaveIn(Stream stream, string kind, string part, string description) =>
        Save(stream, more: new() { [KindName] = kind, [part] = description });

    /// <summary>Reads what <see cref="SaveIn"/> has written.</summary>
    /// <param name="stream">where the bytes come from</param>
    /// <param name="kind">the model's type</param>
    /// <param name="part">what the other part is called</param>
    /// <param name="parse">reads the other part, before memory is taken for the network</param>
    internal static (Network Network, TPart Part) LoadFrom<TPart>(Stream stream, string kind, string part, Func<string, TPart> parse)
    {
        SafetensorsHeader header = SafetensorsFile.ReadHeader(stream);
        if (KindIn(header) is not { } found)
        {
            DescriptionIn(header);
            throw new InvalidDataException($"The file holds a network alone, not a {kind}; load it with {nameof(Network)}.Load.");
        }

        if (found != kind) throw new InvalidDataException($"The file holds a {found}, not a {kind}.");
        TPart other = header.Texts.TryGetValue(part, out string? description)
            ? parse(description)
            : throw new InvalidDataException($"The file does not describe the {kind}'s {part}.");
        return (Load(stream, header), other);
    }

    private static string? KindIn(SafetensorsHeader header) => header.Texts.GetValueOrDefault(KindName);
}
