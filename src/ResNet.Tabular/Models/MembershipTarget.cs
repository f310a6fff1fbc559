using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tabular;

/// <summary>Any number of labels at once: whether each of several columns of two classes, such as no and yes, has its second.</summary>
/// <param name="columns">the label columns and their two classes</param>
internal sealed class MembershipTarget(IReadOnlyList<ClassLabels> columns) : ModelTarget([.. columns.Select(column => column.Column)])
{
    public override TabularTask Task => TabularTask.MultiLabel;

    public override string Words => string.Join(", ", columns.Select(column => string.Join('/', column.Classes)).Distinct());

    public override IReadOnlyList<string> Doubts => [.. columns.SelectMany(column => column.Doubts)];

    public override ColumnType LabelType => ColumnType.Categorical;

    public override Loss Loss => Loss.BinaryCrossEntropy;

    public override IReadOnlyList<Metric> Metrics => [Metric.Accuracy, Metric.LogLoss, Metric.RocAuc];

    public override Metric MetricOfImportance => Metric.LogLoss;

    public override NetworkBuilder AddOutput(NetworkBuilder builder) => builder.AddOutput(columns.Count);

    public override Dataset DatasetOf(Table table, Matrix<float> features)
    {
        int[][] classes = [.. columns.Select(column => column.Encode(table))];
        int[][] ofRows = [.. Enumerable.Range(0, table.RowCount)
            .Select(row => Enumerable.Range(0, columns.Count).Where(label => classes[label][row] == 1).ToArray())];
        return Dataset.ForMultiLabel(features, ofRows, columns.Count);
    }

    /// <summary>The probability of each label: σ(z) of its output z.</summary>
    public override Matrix<float> OutputsOf(Network network, Matrix<float> features) =>
        network.Predict(features).Map(z => 1 / (1 + MathF.Exp(-z)), Zeros.Include);

    public override TabularPrediction PredictionOf(float[] outputs) => new()
    {
        Labels = [.. columns.Zip(outputs).Where(label => label.Second > 0.5f).Select(label => label.First.Column)],
        Probabilities = new ValueMap<float>(Labels.Zip(outputs, KeyValuePair.Create)),
    };

    public override IReadOnlyList<SavedLabel> Describe() =>
        [.. columns.Select(column => new SavedLabel(column.Column) { Classes = [.. column.Classes] })];

    protected override Dataset Of(Dataset data, int label) =>
        Dataset.ForClassification(data.Inputs, [.. data.Targets!.Row(label).Select(membership => (int)membership)], 2);
}
