using System.Text.Json.Serialization;

namespace ResNet;

/// <summary>The result of an epoch.</summary>
/// <param name="Epoch">the epoch, from 1</param>
/// <param name="Loss">mean loss of the training samples, each measured in its batch, before that batch's step</param>
/// <param name="ErrorRate">share of training samples misclassified, measured in the same way; null in regression</param>
/// <param name="Validation">loss, error and metrics on the validation data after the epoch; null without such data</param>
/// <param name="Duration">time the epoch took, validation included</param>
/// <remarks>In JSON, numbers that are not finite are null (<see cref="NumberOrNullConverter{T}"/>).</remarks>
public sealed record EpochResult(
    int Epoch,
    [property: JsonConverter(typeof(NumberOrNullConverter<double>))] double Loss,
    [property: JsonConverter(typeof(NumberOrNullConverter<double>))] double? ErrorRate,
    Evaluation? Validation,
    TimeSpan Duration)
{
    /// <summary>The learning rate of the epoch's last step.</summary>
    [JsonConverter(typeof(NumberOrNullConverter<float>))]
    public float LearningRate { get; init; }

    /// <summary>
    /// The value of every requested metric, by name, in the order of the request, on the training samples, each measured in its
    /// batch; empty if none was requested.
    /// </summary>
    [JsonConverter(typeof(MetricValuesConverter))]
    public IReadOnlyDictionary<string, double> Metrics { get; init => field = MetricValues.Of(value); } = MetricValues.None;

    /// <summary>What is measured on the training samples.</summary>
    internal Evaluation Training => new(Loss, ErrorRate) { Metrics = Metrics };

    /// <summary>
    /// The epoch's number and results, such as <c>epoch 3: loss 0.412; validation loss 0.312, accuracy 0.919</c>, then a line for each
    /// doubt about the metrics.
    /// </summary>
    public override string ToString() => MetricValues.WithDoubts(
        $"epoch {Epoch}: {Training.Line}{(Validation is null ? "" : $"; validation {Validation.Line}")}", Metrics, Validation?.Metrics);

    /// <summary>
    /// The monitored value, on the validation data if there is any: the loss, or a metric's value, negated where higher is
    /// better. Smaller is always better; NaN becomes +∞, the worst.
    /// </summary>
    /// <exception cref="InvalidOperationException">The metric was not measured.</exception>
    internal double Watched(Metric? metric)
    {
        double value = metric is null ? Validation?.Loss ?? Loss : ValueOf(metric);
        return double.IsNaN(value) ? double.PositiveInfinity : value;
    }

    private double ValueOf(Metric metric)
    {
        if (!(Validation?.Metrics ?? Metrics).TryGetValue(metric.Name, out double value))
        {
            throw new InvalidOperationException($"The metric '{metric.Name}' is monitored, but it was not measured.");
        }

        return metric.HigherIsBetter ? -value : value;
    }
}
