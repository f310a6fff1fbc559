using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tabular;

/// <summary>One of several classes.</summary>
/// <param name="classes">the label column and its classes</param>
internal sealed class ClassTarget(ClassLabels classes) : ModelTarget([classes.Column])
{
    public override TabularTask Task => TabularTask.Classification;

    public override IReadOnlyList<string> Classes => classes.Classes;

    public override string Words => Shown.List(Classes.Select(Shown.Name));

    public override IReadOnlyList<string> Doubts => classes.Doubts;

    public override ColumnType LabelType => ColumnType.Categorical;

    public override Loss Loss => Loss.SoftmaxCrossEntropy;

    public override IReadOnlyList<Metric> Metrics => [Metric.Accuracy, Metric.LogLoss, Metric.RocAuc, Metric.MacroF1];

    public override Metric MetricOfImportance => Metric.LogLoss;

    public override NetworkBuilder AddOutput(NetworkBuilder builder) => builder.AddOutput(Classes);

    public override int[] StrataOf(Table table) => classes.Encode(table);

    public override Dataset DatasetOf(Table table, Matrix<float> features) => Data(features, classes.Encode(table));

    public override Matrix<float> OutputsOf(Network network, Matrix<float> features) => network.PredictProbabilities(features);

    public override TabularPrediction PredictionOf(float[] outputs) => new()
    {
        Class = Classes[TensorPrimitives.IndexOfMax<float>(outputs)],
        Probabilities = classes.Probabilities(outputs),
    };

    public override IReadOnlyList<float>? ClassWeights(TabularOptions options, Table training, IReadOnlyList<float>? weights)
    {
        if (options.ClassWeights is not { } told) return options.Balanced ? classes.BalancedWeights(training, weights) : null;
        if (options.Balanced) throw new ArgumentException("Classes are either balanced or have weights, not both.");
        if (told.Keys.FirstOrDefault(name => !Classes.Contains(name)) is { } unknown)
        {
            throw new ArgumentException($"There is no class '{unknown}' to weigh; there are {Shown.List(Classes)}.");
        }

        return [.. Classes.Select(name => told.GetValueOrDefault(name, 1))];
    }

    /// <summary>All rows, but for those of unknown classes.</summary>
    public override LabelledRows Labelled(Table table, Func<Table, Matrix<float>> encode, RowWeights? weights)
    {
        int[] labels = classes.Find(table);
        int[] known = [.. Enumerable.Range(0, labels.Length).Where(row => labels[row] >= 0)];
        if (known.Length == labels.Length) return new LabelledRows(Data(encode(table), labels), weights?.For(table));
        if (known.Length == 0) classes.Encode(table); // refuses the first of them by its place
        IReadOnlyList<float> all = weights?.For(table) ?? [.. Enumerable.Repeat(1f, labels.Length)];
        Dataset data = Data(encode(table.Rows(known)), [.. known.Select(row => labels[row])]);
        return new LabelledRows(data, [.. known.Select(row => all[row])])
        {
            KnownShare = known.Sum(row => (double)all[row]) / all.Sum(weight => (double)weight),
            Doubts = DoubtsAbout(table, labels),
        };
    }

    public override IReadOnlyList<SavedLabel> Describe() => [new SavedLabel(classes.Column)];

    private Dataset Data(Matrix<float> features, int[] labels) => Dataset.ForClassification(features, labels, Classes.Count);

    private string[] DoubtsAbout(Table table, int[] labels)
    {
        int column = table.IndexOf(classes.Column);
        var unknown = Enumerable.Range(0, labels.Length).Where(row => labels[row] < 0).CountBy(row => table.WrittenAt(row, column) ?? "");
        return [.. unknown.Select(rows =>
            $"{Shown.Count(rows.Value, "row")} of class '{rows.Key}', which was not in the training rows: " +
            "wrong in accuracy, left out of the others")];
    }
}
