namespace ResNet;

/// <summary>Evaluates networks without a trainer.</summary>
public static class NetworkEvaluation
{
    /// <summary>
    /// The mean loss, the error rate and the metrics of a network on a data set, in inference mode: what
    /// <see cref="Trainer.Evaluate"/> gives of a trainer with this loss and these metrics.
    /// </summary>
    /// <param name="network">the network</param>
    /// <param name="data">the samples</param>
    /// <param name="loss">the loss</param>
    /// <param name="metrics">the metrics</param>
    /// <exception cref="ArgumentNullException">the network, the data, the loss or the list of metrics is null.</exception>
    /// <exception cref="ArgumentException">
    /// the data does not fit the network, the loss or a metric; a metric is null, or two have the same name.
    /// </exception>
    /// <exception cref="InvalidOperationException">the network is being fitted.</exception>
    /// <example>
    /// <code>
    /// Evaluation result = Network.Load("clothes.safetensors").Evaluate(test, Loss.SoftmaxCrossEntropy, Metric.Accuracy, Metric.LogLoss);
    /// Console.WriteLine($"{result.ErrorRate:P1}, log loss {result.Metrics["log loss"]:F3}");
    /// </code>
    /// </example>
    public static Evaluation Evaluate(this Network network, Dataset data, Loss loss, params IReadOnlyList<Metric> metrics) =>
        network.Evaluate(data, new TrainerOptions { Loss = loss, Metrics = metrics });

    internal static Evaluation Evaluate(this Network network, Dataset data, TrainerOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        Evaluator.Check(network, data, options, nameof(data));
        using Use.Lease lease = network.Use.BeginPrediction();
        return Evaluator.Evaluate(network, data, options);
    }
}
