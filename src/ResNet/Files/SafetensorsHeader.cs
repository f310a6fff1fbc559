using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ResNet;

/// <summary>
/// The header of a file in the safetensors format: texts, and the name, number type, shape and offsets of each tensor, as JSON:
/// <c>{"__metadata__":{"key":"text"},"name":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]}}</c>.
/// </summary>
/// <param name="Texts">the contents of <c>__metadata__</c></param>
/// <param name="Tensors">the tensors in the order of their bytes, which follow one another without gaps</param>
internal sealed record SafetensorsHeader(IReadOnlyDictionary<string, string> Texts, IReadOnlyList<TensorEntry> Tensors)
{
    private const string TextsName = "__metadata__";
    private const int Alignment = 8;
    private const int ObjectTensorArray = 3;

    /// <summary>Whether a header may begin so.</summary>
    public static bool MayBegin(ReadOnlySpan<byte> json) => json.TrimStart(" \t\r\n"u8) is [] or [(byte)'{', ..];

    /// <summary>Reads a header; refuses any that does not follow the format exactly.</summary>
    public static SafetensorsHeader Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ObjectTensorArray });
            return Parse(ref reader);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or DecoderFallbackException)
        {
            throw new InvalidDataException($"The header is not valid JSON: {exception.Message}", exception);
        }
    }

    /// <summary>The header as JSON, padded with spaces so that the numbers after it are aligned.</summary>
    public byte[] ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(writer);
        }

        int padding = -buffer.WrittenCount & (Alignment - 1);
        buffer.GetSpan(padding)[..padding].Fill((byte)' ');
        buffer.Advance(padding);
        return buffer.WrittenSpan.ToArray();
    }

    private static SafetensorsHeader Parse(ref Utf8JsonReader reader)
    {
        var tensors = new List<TensorEntry>();
        Dictionary<string, string> texts = [];
        var names = new HashSet<string>();
        reader.Read();
        Expect(reader, JsonTokenType.StartObject, "an object of tensors");
        while (NextName(ref reader, names) is { } name)
        {
            reader.Read();
            Expect(reader, JsonTokenType.StartObject, name);
            if (name == TextsName) texts = ParseTexts(ref reader);
            else tensors.Add(ParseTensor(ref reader, name));
        }

        reader.Read(); // nothing but spaces may follow
        return new SafetensorsHeader(texts, InOrder(tensors));
    }

    private static Dictionary<string, string> ParseTexts(ref Utf8JsonReader reader)
    {
        var texts = new Dictionary<string, string>();
        var names = new HashSet<string>();
        while (NextName(ref reader, names) is { } name)
        {
            reader.Read();
            Expect(reader, JsonTokenType.String, $"{TextsName}.{name}");
            texts.Add(name, reader.GetString()!);
        }

        return texts;
    }

    private static TensorEntry ParseTensor(ref Utf8JsonReader reader, string tensor)
    {
        string? type = null;
        List<long>? sizes = null, offsets = null;
        var names = new HashSet<string>();
        while (NextName(ref reader, names, tensor) is { } name)
        {
            reader.Read();
            switch (name)
            {
                case "dtype":
                    Expect(reader, JsonTokenType.String, $"{tensor}.dtype");
                    type = reader.GetString();
                    break;
                case "shape": sizes = ParseNumbers(ref reader, $"{tensor}.shape"); break;
                case "data_offsets": offsets = ParseNumbers(ref reader, $"{tensor}.data_offsets"); break;
                default: throw new InvalidDataException($"The header has an unknown entry, '{tensor}.{name}'.");
            }
        }

        if (type is null || sizes is null || offsets is not [long begin, long end])
        {
            throw new InvalidDataException($"The header of '{tensor}' lacks its dtype, its shape or its two data_offsets.");
        }

        var entry = new TensorEntry(tensor, TensorType.Named(type), sizes, begin, end);
        entry.Check();
        return entry;
    }

    private static List<long> ParseNumbers(ref Utf8JsonReader reader, string place)
    {
        Expect(reader, JsonTokenType.StartArray, place);
        List<long> numbers = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Expect(reader, JsonTokenType.Number, place);
            if (!reader.TryGetInt64(out long number) || number < 0)
            {
                throw new InvalidDataException($"The header's '{place}' is not a list of sizes.");
            }

            numbers.Add(number);
        }

        return numbers;
    }

    /// <summary>The next name in an object, which must not occur twice; null at its end.</summary>
    private static string? NextName(ref Utf8JsonReader reader, HashSet<string> names, string? tensor = null)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject) return null;
        string name = reader.GetString()!;
        if (names.Add(name)) return name;
        throw new InvalidDataException($"The header has '{name}' twice{(tensor is null ? "" : $", in '{tensor}'")}.");
    }

    private static void Expect(Utf8JsonReader reader, JsonTokenType type, string place)
    {
        if (reader.TokenType == type) return;
        throw new InvalidDataException($"The header has {reader.TokenType} where {type} should be, in '{place}'.");
    }

    private static TensorEntry[] InOrder(IEnumerable<TensorEntry> tensors)
    {
        TensorEntry[] ordered = [.. tensors.OrderBy(tensor => tensor.Begin).ThenBy(tensor => tensor.End)];
        long end = 0;
        foreach (TensorEntry tensor in ordered)
        {
            if (tensor.Begin != end)
            {
                throw new InvalidDataException($"'{tensor.Name}' begins at {tensor.Begin}, but the tensor before it ends at {end}.");
            }

            end = tensor.End;
        }

        return ordered;
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartObject(TextsName);
        foreach ((string name, string text) in Texts) writer.WriteString(name, text);
        writer.WriteEndObject();
        foreach (TensorEntry tensor in Tensors)
        {
            writer.WriteStartObject(tensor.Name);
            writer.WriteString("dtype", tensor.Type.Name);
            WriteNumbers(writer, "shape", tensor.Sizes);
            WriteNumbers(writer, "data_offsets", [tensor.Begin, tensor.End]);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string name, IEnumerable<long> numbers)
    {
        writer.WriteStartArray(name);
        foreach (long number in numbers) writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }
}
