namespace ResNet;

/// <summary>The result of an epoch.</summary>
/// <param name="Epoch">the epoch, from 1</param>
/// <param name="Loss">mean loss of the training samples, each measured in its batch, before that batch's step</param>
/// <param name="ErrorRate">share of training samples misclassified, measured in the same way; null in regression</param>
/// <param name="Validation">loss, error and metrics on the validation data after the epoch; null without such data</param>
/// <param name="Duration">time the epoch took, validation included</param>
public sealed record EpochResult(int Epoch, double Loss, double? ErrorRate, Evaluation? Validation, TimeSpan Duration)
{
    /// <summary>The learning rate of the epoch's last step.</summary>
    public float LearningRate { get; init; }

    /// <summary>
    /// The value of every requested metric, by name, on the training samples, each measured in its batch; empty if none was
    /// requested.
    /// </summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, double>.Empty;

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

/// <summary>The loss, error and metrics of a network on a data set, in inference mode.</summary>
/// <param name="Loss">mean loss over the samples</param>
/// <param name="ErrorRate">share of samples misclassified; null in regression</param>
public sealed record Evaluation(double Loss, double? ErrorRate)
{
    /// <summary>The value of every requested metric, by name; empty if none was requested.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, double>.Empty;
}
