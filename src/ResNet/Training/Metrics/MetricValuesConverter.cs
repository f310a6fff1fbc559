using System.Text.Json;
using System.Text.Json.Serialization;

namespace ResNet;

/// <summary>The values of metrics as a JSON object, each number as <see cref="NumberOrNullConverter{T}"/> has it.</summary>
public sealed class MetricValuesConverter : JsonConverter<IReadOnlyDictionary<string, double>>
{
    private static readonly NumberOrNullConverter<double> number = new();

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert == typeof(MetricValues) || typeToConvert == typeof(IReadOnlyDictionary<string, double>);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, double> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("The values of metrics are an object.");
        OrderedDictionary<string, double> values = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            double value = number.Read(ref reader, typeof(double), options);
            if (!values.TryAdd(name, value)) throw new JsonException($"'{name}' is there twice.");
        }

        return new MetricValues(values);
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

        writer.WriteEndObject();
    }
}
