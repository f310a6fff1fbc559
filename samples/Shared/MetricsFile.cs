using System.Text.Json;

namespace ResNet.Samples;

/// <summary>Metrics as JSON: one flat object, name and number. What is not finite is null.</summary>
internal static class MetricsFile
{
    private static readonly JsonSerializerOptions format = new() { WriteIndented = true };

    public static void Write(string path, IReadOnlyDictionary<string, double> metrics) =>
        File.WriteAllText(path, JsonSerializer.Serialize(metrics.ToDictionary(pair => pair.Key, pair => Finite(pair.Value)), format));

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
