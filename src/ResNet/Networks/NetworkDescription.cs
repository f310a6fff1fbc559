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

    [JsonPropertyName(FileNames.InputStandardization)]
    public StandardizationDescription? InputStandardization { get; init; }

    [JsonPropertyName(FileNames.TargetStandardization)]
    public StandardizationDescription? TargetStandardization { get; init; }

    public int FrozenBlocks { get; init; }

    public static NetworkDescription Parse(string json) =>
        Descriptions.Parse(json, NetworkDescriptionJson.Default.NetworkDescription, "the network");

    public string ToJson() => Descriptions.ToJson(this, NetworkDescriptionJson.Default.NetworkDescription);

    /// <summary>The recipe that the description tells of; what no builder would build is refused.</summary>
    public NetworkRecipe Recipe()
    {
        int block = -1;
        try
        {
            NetworkBuilder builder = Network.Create(Inputs);
            if (Embeddings is not null) builder.AddEmbeddings(Descriptions.AllThere(Embeddings, "embeddings"));
            foreach (BlockDescription description in Descriptions.AllThere(Blocks, "blocks"))
            {
                block++;
                description.AddTo(builder);
            }

            block = -1;
            if (ClassNames is null) builder.AddOutput(Outputs);
            else builder.AddOutput(Descriptions.AllThere(ClassNames, "class_names"));
            NetworkRecipe recipe = builder.Recipe();
            return recipe.Outputs == Outputs
                ? recipe
                : throw new ArgumentException($"There are {ClassNames!.Count} classes, but {Outputs} outputs.");
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or OverflowException)
        {
            throw new InvalidDataException(
                $"The network cannot be built{(block < 0 ? "" : $", blocks.{block}")}: {exception.Message}", exception);
        }
    }
}

/// <summary>Reads and writes descriptions: strictly, and without reflection, which programs compiled ahead of time lack.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Strict,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NetworkDescription))]
internal sealed partial class NetworkDescriptionJson : JsonSerializerContext;
