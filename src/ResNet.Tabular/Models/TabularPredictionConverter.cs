using System.Text.Json;
using System.Text.Json.Serialization;

namespace ResNet.Tabular;

/// <summary>A prediction as JSON, with the class and the probabilities or the number alone; without reflection.</summary>
public sealed class TabularPredictionConverter : JsonConverter<TabularPrediction>
{
    /// <inheritdoc/>
    public override TabularPrediction? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, PredictionJson.Default.PredictionDescription) is { } read
            ? new TabularPrediction
            {
                Class = read.Class,
                Probabilities = read.Probabilities ?? [],
                Labels = read.Labels ?? [],
                Value = read.Value,
                Values = read.Values ?? [],
                Doubts = read.Doubts ?? [],
            }
            : null;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TabularPrediction value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        JsonSerializer.Serialize(
            writer,
            new PredictionDescription(
                value.Class,
                value.Class is null && value.Probabilities.Count > 0 ? value.Labels : null,
                value.Probabilities.Count == 0 ? null : new(value.Probabilities),
                value.Value,
                value.Values.Count == 0 ? null : new(value.Values),
                value.Doubts.Count == 0 ? null : value.Doubts),
            PredictionJson.Default.PredictionDescription);
    }
}

/// <summary>A prediction with only what it has.</summary>
internal sealed record PredictionDescription(
    [property: JsonPropertyName("class")] string? Class,
    [property: JsonPropertyName("labels")] IReadOnlyList<string>? Labels,
    [property: JsonPropertyName("probabilities")] OrderedDictionary<string, float>? Probabilities,
    [property: JsonPropertyName("value"), JsonConverter(typeof(NumberOrNullConverter<float>))] float? Value,
    [property: JsonPropertyName("values")] OrderedDictionary<string, float>? Values,
    [property: JsonPropertyName("doubts")] IReadOnlyList<string>? Doubts);

/// <summary>Reads and writes predictions without reflection.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PredictionDescription))]
internal sealed partial class PredictionJson : JsonSerializerContext;
