using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ResNet;

/// <summary>
/// All of a network but its weights and running statistics, as files describe it: JSON text. Names of members and of values
/// are those of version 1 of the format.
/// </summary>
internal sealed record NetworkDescription
{
    public required int Inputs { get; init; }

    public IReadOnlyList<Embedding>? Embeddings { get; init; }

    public required IReadOnlyList<BlockDescription> Blocks { get; init; }

    public required int Outputs { get; init; }

    public IReadOnlyList<string>? ClassNames { get; init; }

    public ScalingDescription? InputScaling { get; init; }

    public ScalingDescription? TargetScaling { get; init; }

    public int FrozenBlocks { get; init; }

    public static NetworkDescription Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, NetworkDescriptionJson.Default.NetworkDescription)
                ?? throw new InvalidDataException("The description of the network is null.");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw new InvalidDataException($"The description of the network is not as it should be: {exception.Message}", exception);
        }
    }

    /// <summary>The description with letters of all languages as they are.</summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            JsonSerializer.Serialize(writer, this, NetworkDescriptionJson.Default.NetworkDescription);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The recipe that the description tells of; what no builder would build is refused.</summary>
    public NetworkRecipe Recipe()
    {
        int block = -1;
        try
        {
            NetworkBuilder builder = Network.Create(Inputs);
            if (Embeddings is not null) builder.AddEmbeddings(AllThere(Embeddings, "embeddings"));
            foreach (BlockDescription description in AllThere(Blocks, "blocks"))
            {
                block++;
                description.AddTo(builder);
            }

            block = -1;
            if (ClassNames is null) builder.AddOutput(Outputs);
            else builder.AddOutput(AllThere(ClassNames, "class_names"));
            NetworkRecipe recipe = builder.Recipe();
            return recipe.Outputs == Outputs ? recipe : throw new ArgumentException($"There are {ClassNames!.Count} classes, but {Outputs} outputs.");
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or OverflowException)
        {
            throw new InvalidDataException($"The network cannot be built{(block < 0 ? "" : $", blocks.{block}")}: {exception.Message}", exception);
        }
    }

    private static IReadOnlyList<T> AllThere<T>(IReadOnlyList<T> list, string name) =>
        list.Any(item => item is null) ? throw new ArgumentException($"One of the {name} is null.") : list;
}

/// <summary>Reads and writes descriptions: strictly, and without reflection, which programs compiled ahead of time lack.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Strict,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NetworkDescription))]
internal sealed partial class NetworkDescriptionJson : JsonSerializerContext;
