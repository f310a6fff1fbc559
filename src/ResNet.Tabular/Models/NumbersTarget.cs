using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tabular;

/// <summary>A number, or one for each of several label columns.</summary>
/// <param name="labels">the columns</param>
/// <param name="formats">how the numbers of each are written</param>
internal sealed class NumbersTarget(IReadOnlyList<string> labels, IReadOnlyList<NumberFormat> formats) : ModelTarget(labels)
{
    public override TabularTask Task => TabularTask.Regression;

    public override string Words => Labels.Count == 1 ? "a number" : "a number each";

    public override ColumnType LabelType => ColumnType.Numeric;

    public override bool HasDecimalComma => formats.Any(format => format.Mark == ',');

    public override Loss Loss => Loss.MeanSquaredError;

    public override IReadOnlyList<Metric> Metrics => [Metric.RootMeanSquaredError, Metric.MeanAbsoluteError, Metric.R2];

    public override Metric MetricOfImportance => Metric.RootMeanSquaredError;

    public override NetworkBuilder AddOutput(NetworkBuilder builder) => builder.AddOutput(Labels.Count);

    public override Dataset DatasetOf(Table table, Matrix<float> features) =>
        Dataset.ForRegression(features, Matrix<float>.Build.DenseOfRowArrays(NumbersIn(table)));

    public override TabularPrediction PredictionOf(float[] outputs) => Labels.Count == 1
        ? new TabularPrediction { Value = outputs[0] }
        : new TabularPrediction { Values = new ValueMap<float>(Labels.Zip(outputs, KeyValuePair.Create)) };

    public override IReadOnlyList<SavedLabel> Describe() =>
        [.. Labels.Zip(formats, (label, format) => new SavedLabel(label) { Format = SavedNumberFormat.Of(format) })];

    protected override Dataset Of(Dataset data, int label) =>
        Dataset.ForRegression(data.Inputs, data.Targets!.SubMatrix(label, 1, 0, data.Count));

    /// <summary>The numbers of each label, one for each row.</summary>
    private float[][] NumbersIn(Table table) => [.. Labels.Zip(formats, (label, format) =>
        ColumnValues.AllOf(table, table.IndexOf(label), format, number => float.IsNaN(number) ? "the label is missing" : null))];
}
