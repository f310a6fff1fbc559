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

    /// <summary>Holds rows out, the same share of every class; none for a share of 0.</summary>
    public (int[] Kept, int[] HeldOut) Split(Table training, double heldOut, int seed) => heldOut == 0
        ? ([.. Enumerable.Range(0, training.RowCount)], [])
        : Strata.Split(classes?.Encode(training) ?? new int[training.RowCount], heldOut, seed);

    /// <summary>Features with their labels.</summary>
    public Dataset DatasetOf(Table table, Matrix<float> features) => classes is null
        ? Dataset.ForRegression(features, Matrix<float>.Build.Dense(1, table.RowCount, NumbersIn(table)))
        : OfClasses(features, classes.Encode(table));

    public TabularPrediction PredictionOf(float[] outputs) => classes is null
        ? new TabularPrediction { Value = outputs[0] }
        : new TabularPrediction
        {
            Class = classes.Classes[TensorPrimitives.IndexOfMax<float>(outputs)],
            Probabilities = classes.Probabilities(outputs),
        };

    /// <summary>What is measured where nothing else is asked for.</summary>
    public IReadOnlyList<Metric> Metrics => classes is null
        ? [Metric.RootMeanSquaredError, Metric.MeanAbsoluteError, Metric.R2]
        : [Metric.Accuracy, Metric.LogLoss, Metric.RocAuc, Metric.MacroF1];

    /// <summary>The rows of a table that can be measured: all, but for those of unknown classes.</summary>
    /// <exception cref="InvalidDataException">there is none, or a label is missing or no number.</exception>
    public LabelledRows Labelled(Table table, Func<Table, Matrix<float>> encode, RowWeights? weights)
    {
        IReadOnlyList<float>? ofRows = weights?.For(table);
        if (classes is null) return new LabelledRows(DatasetOf(table, encode(table)), ofRows);
        int[] labels = classes.Find(table);
        int[] known = [.. Enumerable.Range(0, labels.Length).Where(row => labels[row] >= 0)];
        if (known.Length == labels.Length) return new LabelledRows(OfClasses(encode(table), labels), ofRows);
        if (known.Length == 0) classes.Encode(table); // refuses the first of them by its place
        Dataset data = OfClasses(encode(table.Rows(known)), [.. known.Select(row => labels[row])]);
        float[] all = [.. ofRows ?? Enumerable.Repeat(1f, labels.Length)];
        return new LabelledRows(data, ofRows is null ? null : [.. known.Select(row => all[row])])
        {
            KnownShare = known.Sum(row => (double)all[row]) / all.Sum(weight => (double)weight),
            Doubts = DoubtsAbout(table, labels),
        };
    }

    private Dataset OfClasses(Matrix<float> features, int[] labels) =>
        Dataset.ForClassification(features, labels, classes!.Classes.Count);

    private string[] DoubtsAbout(Table table, int[] labels)
    {
        int column = table.IndexOf(label);
        var unknown = Enumerable.Range(0, labels.Length).Where(row => labels[row] < 0).CountBy(row => table.WrittenAt(row, column) ?? "");
        return [.. unknown.Select(rows =>
            $"{Shown.Count(rows.Value, "row")} of class '{rows.Key}', which was not in the training rows: " +
            "wrong in accuracy, left out of the others")];
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
