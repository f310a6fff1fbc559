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

    /// <summary>All rows; of several labels each is measured by itself, too.</summary>
    public override LabelledRows Labelled(Table table, Func<Table, Matrix<float>> encode, RowWeights? weights)
    {
        LabelledRows rows = base.Labelled(table, encode, weights);
        if (Labels.Count == 1) return rows;
        float[][] numbers = NumbersIn(table);
        Dataset[] ofLabels =
            [.. numbers.Select(one => Dataset.ForRegression(rows.Data.Inputs, Matrix<float>.Build.DenseOfRowArrays(one)))];
        return new LabelledRows(rows.Data, weights?.For(table)) { OfLabels = [.. Labels.Zip(ofLabels)] };
    }

    public override IReadOnlyList<SavedLabel> Describe() =>
        [.. Labels.Zip(formats, (label, format) => new SavedLabel(label) { Format = SavedNumberFormat.Of(format) })];

    /// <summary>The numbers of each label, one for each row.</summary>
    private float[][] NumbersIn(Table table) => [.. Labels.Zip(formats, (label, format) => NumbersIn(table, table.IndexOf(label), format))];

    private static float[] NumbersIn(Table table, int column, NumberFormat format)
    {
        var values = new ColumnValues(table, column, format, MissingMarks.Known, oddIsMissing: false, mayBeMissing: false);
        float[] numbers = new float[values.Count];
        for (int row = 0; row < numbers.Length; row++)
        {
            numbers[row] = (float)values[row];
            if (float.IsNaN(numbers[row])) throw table.Broken(row, column, "the label is missing");
        }

        return numbers;
    }
}
