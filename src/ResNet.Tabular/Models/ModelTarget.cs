using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tabular;

/// <summary>What a model predicts: the classes or numbers of a label column.</summary>
/// <param name="label">the name of the column</param>
/// <param name="classes">the classes; null in regression</param>
/// <param name="format">how the column's numbers are written; null for classes</param>
internal sealed class ModelTarget(string label, ClassLabels? classes, NumberFormat? format)
{
    public string Label => label;

    public ClassLabels? Classes => classes;

    public NumberFormat? Format => format;

    /// <param name="training">all rows, those held out among them</param>
    /// <param name="label">the label column</param>
    /// <param name="found">what the column is</param>
    public static ModelTarget Fit(Table training, string label, LabelFinding found) =>
        new(label, found.Task == TabularTask.Classification ? ClassLabels.Fit(training, label) : null, found.Format);

    /// <summary>Holds rows out, the same share of every class.</summary>
    public (Table Kept, Table HeldOut) Split(Table training, double heldOut, int seed)
    {
        (int[] kept, int[] held) = Strata.Split(classes?.Encode(training) ?? new int[training.RowCount], heldOut, seed);
        return (training.Rows(kept), training.Rows(held));
    }

    /// <summary>Features with their labels.</summary>
    public Dataset DatasetOf(Table table, Matrix<float> features) => classes is null
        ? Dataset.ForRegression(features, Matrix<float>.Build.Dense(1, table.RowCount, NumbersIn(table)))
        : Dataset.ForClassification(features, classes.Encode(table), classes.Classes.Count);

    public TabularPrediction PredictionOf(float[] outputs) => classes is null
        ? new TabularPrediction { Value = outputs[0] }
        : new TabularPrediction
        {
            Class = classes.Classes[TensorPrimitives.IndexOfMax<float>(outputs)],
            Probabilities = classes.Probabilities(outputs),
        };

    /// <summary>Metrics on labelled rows; rows of an unknown class are wrong in accuracy, and left out otherwise.</summary>
    public MetricValues Evaluate(Network network, Table table, Func<Table, Matrix<float>> encode)
    {
        if (classes is null)
        {
            Dataset numbers = DatasetOf(table, encode(table));
            return Values([Metric.RootMeanSquaredError, Metric.MeanAbsoluteError, Metric.R2], network, numbers);
        }

        Dataset known = KnownOf(table, encode, out int[] labels);
        MetricValues values = Values([Metric.Accuracy, Metric.LogLoss, Metric.RocAuc, Metric.MacroF1], network, known);
        return known.Count == labels.Length ? values : WithUnknown(values, table, labels);
    }

    /// <summary>The rows whose class is known.</summary>
    /// <param name="table">the rows</param>
    /// <param name="encode">gives their features</param>
    /// <param name="labels">the class of each row of the table, from 0; −1 where it is unknown</param>
    /// <exception cref="InvalidDataException">none is known, or a label is missing.</exception>
    public Dataset KnownOf(Table table, Func<Table, Matrix<float>> encode, out int[] labels)
    {
        int[] found = labels = classes!.Find(table);
        if (!Array.Exists(found, label => label < 0)) return Dataset.ForClassification(encode(table), found, classes.Classes.Count);
        int[] known = [.. Enumerable.Range(0, found.Length).Where(row => found[row] >= 0)];
        if (known.Length == 0) classes.Encode(table); // refuses the first of them by its place
        return Dataset.ForClassification(encode(table.Rows(known)), [.. known.Select(row => found[row])], classes.Classes.Count);
    }

    private static MetricValues Values(Metric[] metrics, Network network, Dataset data)
    {
        var predictions = new Predictions(network.Predict(data.Inputs), data);
        return new MetricValues(metrics.Select(metric => KeyValuePair.Create(metric.Name, metric.Measure(predictions))));
    }

    private MetricValues WithUnknown(MetricValues values, Table table, int[] labels)
    {
        int column = table.IndexOf(label);
        var unknown = Enumerable.Range(0, labels.Length).Where(row => labels[row] < 0)
            .CountBy(row => table.WrittenAt(row, column) ?? "").ToArray();
        double share = 1 - unknown.Sum(rows => rows.Value) / (double)labels.Length;
        var all = values.Select(value => value.Key == Metric.Accuracy.Name ? KeyValuePair.Create(value.Key, value.Value * share) : value);
        return new MetricValues(all)
        {
            Doubts = [.. unknown.Select(rows =>
                $"{Shown.Count(rows.Value, "row")} of class '{rows.Key}', which was not in the training rows: " +
                "wrong in accuracy, left out of the others")],
        };
    }

    private float[] NumbersIn(Table table)
    {
        int column = table.IndexOf(label);
        NumberFormat written = format ?? NumberFormat.Plain;
        var values = new ColumnValues(table, column, written, MissingMarks.Known, oddIsMissing: false, mayBeMissing: false);
        float[] numbers = new float[values.Count];
        for (int row = 0; row < numbers.Length; row++)
        {
            numbers[row] = (float)values[row];
            if (float.IsNaN(numbers[row])) throw table.Broken(row, column, "the label is missing");
        }

        return numbers;
    }
}
