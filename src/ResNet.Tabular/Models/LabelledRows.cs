using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tabular;

/// <summary>Rows with known labels, on which a model is measured.</summary>
/// <param name="data">their features and labels</param>
/// <param name="weights">how much each counts; null where all count alike</param>
internal sealed class LabelledRows(Dataset data, IReadOnlyList<float>? weights)
{
    public Dataset Data => data;

    /// <summary>Of several labels each with the rows and its own targets; empty for one label.</summary>
    public IReadOnlyList<(string Label, Dataset Data)> OfLabels { get; init; } = [];

    /// <summary>The share of these rows among all that were to be measured, by weight; the others are of unknown classes.</summary>
    public double KnownShare { get; init; } = 1;

    /// <summary>Which rows are left out.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>
    /// The values of metrics on what a network gives for the rows; those of unknown classes are wrong in accuracy, and left out of the
    /// others. Of several labels first the means, then each.
    /// </summary>
    /// <param name="outputs">outputs × rows</param>
    /// <param name="metrics">what to measure</param>
    public MetricValues Measure(Matrix<float> outputs, IReadOnlyList<Metric> metrics)
    {
        var values = metrics.Select(metric => KeyValuePair.Create(metric.Name, Value(outputs, metric)));
        var ofLabels = OfLabels.SelectMany((label, index) => metrics.Select(
            metric => KeyValuePair.Create($"{metric.Name} of {label.Label}", ValueOf(index, outputs, metric))));
        return new MetricValues([.. values, .. ofLabels]) { Doubts = Doubts };
    }

    /// <summary>The value of one metric; of several labels the mean.</summary>
    public double Value(Matrix<float> outputs, Metric metric) => OfLabels.Count > 0
        ? Enumerable.Range(0, OfLabels.Count).Average(index => ValueOf(index, outputs, metric))
        : Value(Predicted(outputs, data), metric) * (metric == Metric.Accuracy ? KnownShare : 1);

    /// <summary>Outputs beside the labels.</summary>
    public Predictions Predicted(Matrix<float> outputs) => Predicted(outputs, data);

    private double ValueOf(int label, Matrix<float> outputs, Metric metric) =>
        Value(Predicted(outputs.SubMatrix(label, 1, 0, outputs.ColumnCount), OfLabels[label].Data), metric);

    private Predictions Predicted(Matrix<float> outputs, Dataset labels) => new(outputs, labels) { Weights = weights };

    private static double Value(Predictions predictions, Metric metric)
    {
        metric.Check(predictions.Data, predictions.Outputs.RowCount);
        return metric.Measure(predictions);
    }
}
