using System.Text.Json;

namespace ResNet.Samples;

/// <summary>
/// Metrics as JSON: one flat object of names and numbers, with underscores for blanks in names. Values that are not finite are null.
/// </summary>
internal static class MetricsFile
{
    private static readonly JsonSerializerOptions format = new() { WriteIndented = true };

    public static void Write(string path, IReadOnlyDictionary<string, double> metrics)
    {
        var values = metrics.ToDictionary(pair => pair.Key.Replace(' ', '_'), pair => Finite(pair.Value));
        File.WriteAllText(path, JsonSerializer.Serialize(values, format));
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
