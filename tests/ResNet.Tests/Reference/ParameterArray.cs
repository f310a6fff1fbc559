using System.Text.Json;
using System.Text.Json.Serialization;

namespace ResNet.Tests.Reference;

/// <summary>A weight [out, in] or a vector [n] of a golden file: its shape and its values, row-major.</summary>
[JsonConverter(typeof(ParameterArrayReader))]
public sealed class ParameterArray(int[] shape, double[] values)
{
    /// <summary>[out, in] or [n].</summary>
    public int[] Shape { get; } = shape;

    /// <summary>All values, row after row.</summary>
    public double[] Values { get; } = values;

    /// <summary>The rows of a weight, one per output; a vector gives rows of one.</summary>
    public double[][] Rows => [.. Values.Chunk(Shape.Length == 1 ? 1 : Shape[1])];

    private sealed class ParameterArrayReader : JsonConverter<ParameterArray>
    {
        public override ParameterArray Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            JsonElement array = document.RootElement;
            if (array[0].ValueKind == JsonValueKind.Number)
            {
                double[] vector = array.Deserialize<double[]>()!;
                return new ParameterArray([vector.Length], vector);
            }

            double[][] rows = array.Deserialize<double[][]>()!;
            return new ParameterArray([rows.Length, rows[0].Length], [.. rows.SelectMany(row => row)]);
        }

        public override void Write(Utf8JsonWriter writer, ParameterArray value, JsonSerializerOptions options) =>
            throw new NotSupportedException("The golden files are only read.");
    }
}
