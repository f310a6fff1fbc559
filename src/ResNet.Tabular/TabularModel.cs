using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tabular;

/// <summary>
/// A network for tables, from rows of text to predictions: it encodes the rows, holds some out for validation, trains until the
/// validation loss no longer improves, and keeps the best weights.
/// </summary>
/// <example>
/// <code>
/// TabularModel model = TabularModel.Fit(Table.FromCsv("train.csv"), label: "income");
/// TabularPrediction prediction = model.Predict(new Dictionary&lt;string, string?&gt; { ["age"] = "38", ["job"] = null });
/// </code>
/// </example>
public sealed partial class TabularModel
{
    /// <summary>Numeric labels with at most this many different values are classes, unless the options say otherwise.</summary>
    private const int MostNumericClasses = 20;

    private const int WidestEmbedding = 16;

    private readonly ClassLabels? labels;

    private TabularModel(string label, TableEncoder encoder, ClassLabels? labels, Network network, TrainingHistory? history)
    {
        Label = label;
        Encoder = encoder;
        this.labels = labels;
        Network = network;
        History = history;
    }

    /// <summary>The name of the predicted column.</summary>
    public string Label { get; }

    /// <summary>Classification or regression.</summary>
    public TabularTask Task => labels is null ? TabularTask.Regression : TabularTask.Classification;

    /// <summary>The names of the classes, in the order of the probabilities; empty in regression.</summary>
    public IReadOnlyList<string> Classes => labels?.Classes ?? [];

    /// <summary>The encoder of rows as features.</summary>
    public TableEncoder Encoder { get; }

    /// <summary>The network on those features.</summary>
    public Network Network { get; }

    /// <summary>
    /// The history of the training, with validation results on the rows held out. Null if the model was loaded from a file.
    /// </summary>
    public TrainingHistory? History { get; }

    /// <summary>Fits a model to labelled rows.</summary>
    /// <param name="training">the rows, of which some are held out for validation</param>
    /// <param name="label">the column to predict</param>
    /// <param name="options">how to fit; null for the defaults</param>
    /// <param name="progress">
    /// receives a report after every batch, such as <see cref="ConsoleProgress"/>; see <see cref="TrainingProgress"/> for when
    /// </param>
    /// <param name="cancellation">ends training after the current batch; the model is that of the best epoch so far</param>
    /// <exception cref="ArgumentNullException">the table or the label is null.</exception>
    /// <exception cref="ArgumentException">
    /// there is no such column, there are too few rows, or <see cref="TabularOptions.Training"/> gave null.
    /// </exception>
    /// <exception cref="InvalidDataException">a cell or a label is invalid for its column; the message says where.</exception>
    public static TabularModel Fit(
        Table training,
        string label,
        TabularOptions? options = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(label);
        options ??= new TabularOptions();
        TabularTask task = options.Task ?? TaskOf(training, training.IndexOf(label));
        ClassLabels? labels = task == TabularTask.Classification ? ClassLabels.Fit(training, label) : null;
        (Table kept, Table? heldOut) = options.Validation == 0
            ? (training, null)
            : training.Split(options.Validation, options.Seed, stratifyBy: labels is null ? null : label);

        var encoder = TableEncoder.Fit(kept, label, options.Columns);
        Dataset data = DatasetOf(kept, label, encoder, labels);
        Network network = NetworkOn(data, encoder, labels, options);
        var trainer = new Trainer(network, TrainingOf(labels, options));
        Dataset? validation = heldOut is null ? null : DatasetOf(heldOut, label, encoder, labels);
        TrainingHistory history = trainer.Fit(data, validation, progress, cancellation);
        return new TabularModel(label, encoder, labels, network, history);
    }

    /// <summary>
    /// Predicts rows, with or without the label column; other columns are ignored. Keeps nothing, so any number of threads may call it
    /// at once.
    /// </summary>
    /// <param name="table">the rows; columns are found by name</param>
    /// <returns>a prediction for each row</returns>
    /// <exception cref="ArgumentNullException">the table is null.</exception>
    /// <exception cref="ArgumentException">a column is missing.</exception>
    /// <exception cref="InvalidDataException">a numeric column holds text.</exception>
    public IReadOnlyList<TabularPrediction> Predict(Table table)
    {
        Matrix<float> features = Encoder.Encode(table);
        Matrix<float> outputs = labels is null ? Network.Predict(features) : Network.PredictProbabilities(features);
        return [.. outputs.ToColumnArrays().Select(PredictionOf)];
    }

    /// <summary>
    /// Predicts one row. Cells are texts, numbers in invariant form such as <c>"3.5"</c>; other columns are ignored, the label too. Any
    /// number of threads may call it at once.
    /// </summary>
    /// <param name="row">the cells by the names of their columns; null for a missing value</param>
    /// <exception cref="ArgumentNullException">the row is null.</exception>
    /// <exception cref="ArgumentException">a column is missing.</exception>
    /// <exception cref="InvalidDataException">a numeric column holds text.</exception>
    public TabularPrediction Predict(IReadOnlyDictionary<string, string?> row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Predict(new Table([.. row.Keys], [[.. row.Values]]))[0];
    }

    /// <summary>Metrics of the model on labelled rows.</summary>
    /// <param name="table">the rows, with the label column</param>
    /// <returns>
    /// in classification <c>accuracy</c>, <c>log loss</c>, <c>roc auc</c> and <c>macro f1</c>, in regression <c>rmse</c>,
    /// <c>mae</c> and <c>r2</c>, in this order (see <see cref="Metric"/>)
    /// </returns>
    /// <exception cref="ArgumentNullException">the table is null.</exception>
    /// <exception cref="ArgumentException">a column is missing.</exception>
    /// <exception cref="InvalidDataException">a cell or a label is invalid for its column.</exception>
    public MetricValues Evaluate(Table table)
    {
        Dataset data = Encode(table);
        var predictions = new Predictions(Network.Predict(data.Inputs), data);
        Metric[] metrics = labels is null
            ? [Metric.RootMeanSquaredError, Metric.MeanAbsoluteError, Metric.R2]
            : [Metric.Accuracy, Metric.LogLoss, Metric.RocAuc, Metric.MacroF1];
        return new MetricValues(metrics.Select(metric => KeyValuePair.Create(metric.Name, metric.Measure(predictions))));
    }

    /// <summary>Encodes labelled rows as a data set for the network.</summary>
    /// <param name="table">the rows, with the label column</param>
    /// <exception cref="ArgumentNullException">the table is null.</exception>
    /// <exception cref="ArgumentException">a column is missing.</exception>
    /// <exception cref="InvalidDataException">a cell or a label is invalid for its column.</exception>
    public Dataset Encode(Table table) => DatasetOf(table, Label, Encoder, labels);

    private static Network NetworkOn(Dataset data, TableEncoder encoder, ClassLabels? labels, TabularOptions options)
    {
        NetworkBuilder builder = Network.Create(data.Features);
        if (encoder.Codes.Count > 0) builder.AddEmbeddings([.. encoder.Codes.Select(EmbeddingOf)]);
        options.Network(builder);
        builder = labels is null ? builder.AddOutput(1) : builder.AddOutput(labels.Classes);
        Network network = builder.Build(options.Seed);
        network.StandardizeTargets(data);
        return network;
    }

    private static TrainerOptions TrainingOf(ClassLabels? labels, TabularOptions options)
    {
        var defaults = new TrainerOptions
        {
            Loss = labels is null ? Loss.MeanSquaredError : Loss.SoftmaxCrossEntropy,
            Epochs = 30,
            EarlyStopping = new EarlyStopping(),
        };
        return options.Training(defaults)
            ?? throw new ArgumentException("TabularOptions.Training gave no options to train with.", nameof(options));
    }

    private static Embedding EmbeddingOf(CategoryCodes codes) =>
        new(codes.Feature, codes.Count, Math.Min((codes.Count + 1) / 2, WidestEmbedding));

    private static Dataset DatasetOf(Table table, string label, TableEncoder encoder, ClassLabels? labels)
    {
        Matrix<float> features = encoder.Encode(table);
        return labels is null
            ? Dataset.ForRegression(features, Matrix<float>.Build.Dense(1, table.RowCount, TargetsOf(table, table.IndexOf(label))))
            : Dataset.ForClassification(features, labels.Encode(table), labels.Classes.Count);
    }

    private static float[] TargetsOf(Table table, int column) =>
    [
        .. Enumerable.Range(0, table.RowCount)
            .Select(row => (float)(table.Number(row, column) ?? throw table.Broken(row, column, "the label is missing"))),
    ];

    private static TabularTask TaskOf(Table table, int column)
    {
        HashSet<double> values = [];
        for (int row = 0; row < table.RowCount; row++)
        {
            if (table[row, column] is not { } text) continue;
            if (!Numbers.TryParse(text, out double value)) return TabularTask.Classification;
            values.Add(value);
        }

        return values.Count > MostNumericClasses ? TabularTask.Regression : TabularTask.Classification;
    }

    private TabularPrediction PredictionOf(float[] outputs) => labels is null
        ? new TabularPrediction { Value = outputs[0] }
        : new TabularPrediction
        {
            Class = Classes[TensorPrimitives.IndexOfMax<float>(outputs)],
            Probabilities = new ValueMap<float>(Classes.Zip(outputs, KeyValuePair.Create)),
        };
}
