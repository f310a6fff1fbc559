using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ResNet.Tool;

/// <summary>Answers as JSON, for other programs; names have underscores, and what there is not is left out.</summary>
internal static class Json
{
    public static readonly Option<bool> Option = new("--json") { Description = "answer in JSON" };

    private static readonly JsonSerializerOptions line = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new NumberOrNullConverter<double>() },
    };

    private static readonly JsonSerializerOptions document = new(line) { WriteIndented = true };

    public static string Line<T>(T value) => JsonSerializer.Serialize(value, line);

    public static string Document<T>(T value) => JsonSerializer.Serialize(value, document);
}
