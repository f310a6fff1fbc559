using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ResNet;

/// <summary>
/// Descriptions of things in files, as JSON text. Each package that keeps descriptions compiles this file into itself.
/// </summary>
internal static class Descriptions
{
    /// <summary>The description that a text holds.</summary>
    /// <param name="json">the text</param>
    /// <param name="type">how to read it</param>
    /// <param name="of">what is described, for messages</param>
    public static T Parse<T>(string json, JsonTypeInfo<T> type, string of)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new InvalidDataException($"The description of {of} is null.");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw new InvalidDataException($"The description of {of} is not as it should be: {exception.Message}", exception);
        }
    }

    /// <summary>What is made of a description, which may contradict itself.</summary>
    /// <param name="make">makes it, or refuses the description as an argument</param>
    /// <param name="of">what is described, for messages</param>
    public static T Made<T>(Func<T> make, string of)
    {
        try
        {
            return make();
        }
        catch (ArgumentException exception)
        {
            throw new InvalidDataException($"{of} is not as it should be: {exception.Message}", exception);
        }
    }

    /// <summary>The text of a description, with letters of all languages as they are.</summary>
    public static string ToJson<T>(T description, JsonTypeInfo<T> type)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            JsonSerializer.Serialize(writer, description, type);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Whether a name is Unicode text, which files keep as it is.</summary>
    public static bool IsText(string name) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)) == name;

    /// <summary>The value of exactly this name: numbers and lists of names, which Enum.Parse takes too, are none.</summary>
    public static TEnum Value<TEnum>(string name)
        where TEnum : struct, Enum => Enum.GetNames<TEnum>().Contains(name)
        ? Enum.Parse<TEnum>(name)
        : throw new ArgumentException($"There is no {typeof(TEnum).Name} '{name}'.");

    public static IReadOnlyList<T> AllThere<T>(IReadOnlyList<T> list, string name) =>
        list.Any(item => item is null) ? throw new ArgumentException($"One of the {name} is null.") : list;
}
