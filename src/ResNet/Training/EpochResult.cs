namespace ResNet;

/// <summary>What an epoch came to.</summary>
/// <param name="Epoch">the epoch, from 1</param>
/// <param name="Loss">mean loss of the samples, each as its batch found it, before the step it led to</param>
/// <param name="Error">share of samples misclassified at that moment; null in regression</param>
/// <param name="Validation">loss, error and metrics on the validation data after the epoch; null without such data</param>
/// <param name="Duration">time the epoch took, validation included</param>
public sealed record EpochResult(int Epoch, double Loss, double? Error, Evaluation? Validation, TimeSpan Duration)
{
    /// <summary>The learning rate of the epoch's last step.</summary>
    public float LearningRate { get; init; }

    /// <summary>
    /// The value of every metric asked for, by name, on the training samples, each as its batch found it; empty if none was
    /// asked for.
    /// </summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, double>.Empty;

    /// <summary>
    /// What the epoch is judged by, smaller being better: the metric, or the loss where there is none, on the validation data
    /// or, without such data, on the training data.
    /// </summary>
    internal double Watched(Metric? metric)
    {
        if (metric is null) return Worst(Validation?.Loss ?? Loss);
        double value = (Validation?.Metrics ?? Metrics)[metric.Name];
        return Worst(metric.HigherIsBetter ? -value : value);
    }

    private static double Worst(double value) => double.IsNaN(value) ? double.PositiveInfinity : value;
}

/// <summary>How a network does on a data set, in inference mode.</summary>
/// <param name="Loss">mean loss over the samples</param>
/// <param name="Error">share of samples misclassified; null in regression</param>
public sealed record Evaluation(double Loss, double? Error)
{
    /// <summary>The value of every metric asked for, by name; empty if none was asked for.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, double>.Empty;
}
