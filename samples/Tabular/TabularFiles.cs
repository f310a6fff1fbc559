using System.Text.Json;
using ResNet.Tabular;

namespace ResNet.Samples;

/// <summary>The files of a run.</summary>
internal static class TabularFiles
{
    private static readonly JsonSerializerOptions format = new() { WriteIndented = true };

    /// <summary>Writes the metrics.</summary>
    public static void Write(OutputFolder folder, TabularModel model, Tabular.Table test, IReadOnlyDictionary<string, double> metrics)
    {
        // JSON has no NaN: a metric that says nothing about these rows is null
        var values = metrics.ToDictionary(pair => pair.Key, pair => double.IsFinite(pair.Value) ? pair.Value : (double?)null);
        File.WriteAllText(folder["metrics.json"], JsonSerializer.Serialize(values, format));
        Console.WriteLine($"Written to {folder["metrics.json"]}");
    }
}
