using System.Text.Json;
using System.Text.Json.Serialization;

namespace ResNet;

/// <summary>
/// The values of metrics as a JSON object, each number as <see cref="NumberOrNullConverter{T}"/> has it, and doubts, where there are
/// any, as a last array of texts: <c>{"accuracy":0.919,"log loss":null,"doubts":["…"]}</c>. Its name is followed by as many underscores
/// as it takes where a metric has it.
/// </summary>
public sealed class MetricValuesConverter : JsonConverter<IReadOnlyDictionary<string, double>>
{
    private const string DoubtsName = "doubts";

    private static readonly NumberOrNullConverter<double> number = new();

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert == typeof(MetricValues) || typeToConvert == typeof(IReadOnlyDictionary<string, double>);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, double> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("The values of metrics are an object.");
        OrderedDictionary<string, double> values = [];
        List<string>? doubts = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartArray && name.TrimEnd('_') == DoubtsName)
            {
                if (doubts is not null) throw new JsonException("There are doubts twice.");
                doubts = Doubts(ref reader);
            }
            else if (!values.TryAdd(name, number.Read(ref reader, typeof(double), options)))
            {
                throw new JsonException($"'{name}' is there twice.");
            }
        }

        return new MetricValues(values) { Doubts = doubts ?? [] };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, double> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        foreach ((string name, double measured) in value)
        {
            writer.WritePropertyName(name);
            number.Write(writer, measured, options);
        }

        if (value is MetricValues { Doubts: { Count: > 0 } doubts }) Write(writer, value, doubts);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, double> values, IReadOnlyList<string> doubts)
    {
        string name = DoubtsName;
        while (values.ContainsKey(name)) name += '_';
        writer.WriteStartArray(name);
        foreach (string doubt in doubts) writer.WriteStringValue(doubt);
        writer.WriteEndArray();
    }

    private static List<string> Doubts(ref Utf8JsonReader reader)
    {
        List<string> doubts = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.String) doubts.Add(reader.GetString()!);
        return reader.TokenType == JsonTokenType.EndArray && !doubts.Any(string.IsNullOrWhiteSpace)
            ? doubts
            : throw new JsonException("Doubts are texts.");
    }
}
