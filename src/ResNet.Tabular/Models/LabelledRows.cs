using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tabular;

/// <summary>Rows with known labels, on which a model is measured.</summary>
/// <param name="data">their features and labels</param>
/// <param name="weights">how much each counts; null where all count alike</param>
internal sealed class LabelledRows(Dataset data, IReadOnlyList<float>? weights)
{
    public Dataset Data => data;

    /// <summary>The share of these rows among all that were to be measured, by weight; the others are of unknown classes.</summary>
    public double KnownShare { get; init; } = 1;

    /// <summary>Which rows are left out.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    public Predictions PredictedBy(Network network) => PredictedBy(network, data.Inputs);

    /// <summary>What a network predicts from other features.</summary>
    public Predictions PredictedBy(Network network, Matrix<float> features) =>
        new(network.Predict(features), data) { Weights = weights };

    /// <summary>The values of metrics; rows of unknown classes are wrong in accuracy, and left out of the others.</summary>
    public MetricValues Measure(Predictions predictions, IReadOnlyList<Metric> metrics) =>
        new(metrics.Select(metric => KeyValuePair.Create(metric.Name, Value(metric, predictions)))) { Doubts = Doubts };

    /// <summary>The value of one metric.</summary>
    public double Value(Metric metric, Predictions predictions)
    {
        metric.Check(data, predictions.Outputs.RowCount);
        return metric.Measure(predictions) * (metric == Metric.Accuracy ? KnownShare : 1);
    }
}
