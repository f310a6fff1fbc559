using System.Text.Json.Serialization;

namespace ResNet;

/// <summary>The loss, error and metrics of a network on a data set, in inference mode.</summary>
/// <param name="Loss">mean loss over the samples</param>
/// <param name="ErrorRate">share of samples misclassified; null in regression</param>
/// <remarks>In JSON, numbers that are not finite are null (<see cref="NumberOrNullConverter{T}"/>).</remarks>
public sealed record Evaluation(
    [property: JsonConverter(typeof(NumberOrNullConverter<double>))] double Loss,
    [property: JsonConverter(typeof(NumberOrNullConverter<double>))] double? ErrorRate)
{
    /// <summary>The value of every requested metric, by name, in the order of the request; empty if none was requested.</summary>
    [JsonConverter(typeof(MetricValuesConverter))]
    public IReadOnlyDictionary<string, double> Metrics { get; init => field = MetricValues.Of(value); } = MetricValues.None;

    /// <summary>Loss, error and metrics in a line.</summary>
    internal string Line
    {
        get
        {
            string error = ErrorRate is { } rate ? $", error {Shown.Share(rate)}" : "";
            return $"loss {Shown.Number(Loss)}{error}{(Metrics is MetricValues { Count: > 0 } metrics ? $", {metrics.Line}" : "")}";
        }
    }

    /// <summary>
    /// Loss, error and metrics, such as <c>loss 0.312, error 8.1 %, accuracy 0.919</c>, then a line for each doubt about the metrics.
    /// </summary>
    public override string ToString() => MetricValues.WithDoubts(Line, Metrics);
}
