using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ResNet.Studies;

namespace ResNet.Samples;

/// <summary>The summary and the settings.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions format = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static void Write(string path, StudyRequest request, Dataset data, DepthStudyResult result)
    {
        var report = new
        {
            Settings = new
            {
                request.Data,
                Samples = data.Count,
                data.Features,
                data.Classes,
                request.Options.Depths,
                request.Options.Kinds,
                request.Options.Width,
                request.Options.Epochs,
                request.Options.BatchSize,
                request.Options.Seeds,
                request.Options.LearningRates,
                request.Options.Order,
                request.Options.Normalization,
            },
            Runs = result.Runs.Count,
            result.PlannedRuns,
            result.WasCancelled,
            Summary = result.Points,
        };
        using FileStream file = File.Create(path);
        JsonSerializer.Serialize(file, report, format);
    }
}
