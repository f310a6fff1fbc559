using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tabular;

/// <summary>What a model predicts from the columns: the meaning of its network's outputs.</summary>
/// <param name="labels">the columns to predict</param>
internal abstract class ModelTarget(IReadOnlyList<string> labels)
{
    public IReadOnlyList<string> Labels => labels;

    public abstract TabularTask Task { get; }

    /// <summary>The classes of the only label; empty where there are none.</summary>
    public virtual IReadOnlyList<string> Classes => [];

    /// <summary>What is predicted, in words.</summary>
    public abstract string Words { get; }

    /// <summary>What one could doubt about the labels, in words.</summary>
    public virtual IReadOnlyList<string> Doubts => [];

    /// <summary>The type of the label columns.</summary>
    public abstract ColumnType LabelType { get; }

    /// <summary>Whether the labels are numbers with a decimal comma.</summary>
    public virtual bool HasDecimalComma => false;

    public abstract Loss Loss { get; }

    /// <summary>What is measured where nothing else is asked for.</summary>
    public abstract IReadOnlyList<Metric> Metrics { get; }

    /// <summary>The metric that the importance of columns is measured by.</summary>
    public abstract Metric MetricOfImportance { get; }

    public abstract NetworkBuilder AddOutput(NetworkBuilder builder);

    /// <summary>The stratum of each row, by which rows are held out.</summary>
    public virtual int[] StrataOf(Table table) => new int[table.RowCount];

    /// <summary>Features with their labels.</summary>
    public abstract Dataset DatasetOf(Table table, Matrix<float> features);

    /// <summary>What a network says of features, outputs × rows, as <see cref="PredictionOf"/> takes it.</summary>
    public virtual Matrix<float> OutputsOf(Network network, Matrix<float> features) => network.Predict(features);

    /// <summary>The prediction that the outputs of a row are. Takes ownership of the array.</summary>
    public abstract TabularPrediction PredictionOf(float[] outputs);

    /// <summary>The weight of each class in the loss; null where all are alike.</summary>
    /// <param name="options">what was told</param>
    /// <param name="training">the rows given to the fit</param>
    /// <param name="weights">their weights; null where all are alike</param>
    public virtual IReadOnlyList<float>? ClassWeights(TabularOptions options, Table training, IReadOnlyList<float>? weights) =>
        options.Balanced || options.ClassWeights is not null
            ? throw new ArgumentException($"{labels[0]} has no classes to weigh; the task is {Task}.")
            : null;

    /// <summary>The rows of a table that can be measured.</summary>
    /// <exception cref="InvalidDataException">a label is missing or not as it should be.</exception>
    public virtual LabelledRows Labelled(Table table, Func<Table, Matrix<float>> encode, RowWeights? weights)
    {
        Dataset data = DatasetOf(table, encode(table));
        bool isEachMeasured = labels.Count > 1 || Task == TabularTask.MultiLabel;
        return new LabelledRows(data, weights?.For(table)) { OfLabels = isEachMeasured ? [.. labels.Select(OfLabel)] : [] };

        (string, Dataset) OfLabel(string label, int index) => (label, Of(data, index));
    }

    /// <summary>The samples with the targets of one of several labels alone.</summary>
    /// <param name="data">the samples with those of all labels</param>
    /// <param name="label">the index of the label, from 0</param>
    protected virtual Dataset Of(Dataset data, int label) => throw new NotSupportedException("There is one label.");

    /// <summary>The description for files, one for each label.</summary>
    public abstract IReadOnlyList<SavedLabel> Describe();
}
