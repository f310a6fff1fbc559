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
    private const int WidestEmbedding = 16;

    private readonly ModelTarget target;

    private TabularModel(ModelTarget target, TableEncoder encoder, Network network)
    {
        this.target = target;
        Encoder = encoder;
        Network = network;
    }

    /// <summary>The name of the predicted column.</summary>
    public string Label => target.Label;

    /// <summary>Classification or regression.</summary>
    public TabularTask Task => target.Classes is null ? TabularTask.Regression : TabularTask.Classification;

    /// <summary>The names of the classes, in the order of the probabilities; empty in regression.</summary>
    public IReadOnlyList<string> Classes => target.Classes?.Classes ?? [];

    /// <summary>The encoder of rows as features.</summary>
    public TableEncoder Encoder { get; }

    /// <summary>The network on those features.</summary>
    public Network Network { get; }

    /// <summary>
    /// The history of the training, with validation results on the rows held out. Null if the model was loaded from a file.
    /// </summary>
    public TrainingHistory? History { get; private init; }

    /// <summary>
    /// What one could doubt about the table that the model was fitted to, in words: what its columns were taken for and which cells
    /// were odd. Empty if nothing was, or the model was loaded from a file.
    /// </summary>
    public IReadOnlyList<string> Doubts { get; private init; } = [];

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
        var schema = new TableSchema(training, label, options.Columns);
        schema.RefuseBroken();
        LabelFinding found = LabelRules.Find(training, training.IndexOf(label), options.Task);
        if (found.Refusal is { } refusal) throw refusal;
        ModelTarget target = ModelTarget.Fit(training, label, found);
        (Table kept, Table? heldOut) = (training, null);
        if (options.Validation > 0) (kept, heldOut) = target.Split(training, options.Validation, options.Seed);

        TableEncoder encoder = TableEncoder.Fit(kept, training, label, schema, options.Columns);
        Dataset data = target.DatasetOf(kept, encoder.Encode(kept, isFit: true));
        Network network = NetworkOn(data, encoder, target, options);
        var trainer = new Trainer(network, TrainingOf(target, options));
        Dataset? validation = heldOut is null ? null : target.DatasetOf(heldOut, encoder.Encode(heldOut, isFit: true));
        TrainingHistory history = trainer.Fit(data, validation, progress, cancellation);
        return new TabularModel(target, encoder, network)
        {
            History = history,
            Doubts = new ValueList<string>([.. schema.Doubts, .. found.Doubts, .. target.Classes?.Doubts ?? []]),
        };
    }

    /// <summary>
    /// Reads rows for this model from a CSV file: with the model's types of columns, marks of missing values, decimal mark and dates,
    /// nothing of which is found anew. The label column may be missing.
    /// </summary>
    /// <param name="path">the file</param>
    /// <exception cref="ArgumentException">the path is empty.</exception>
    /// <exception cref="IOException">the file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">access to the file is denied.</exception>
    /// <exception cref="InvalidDataException">the file is invalid; as in <see cref="Table.FromCsv(string)"/>.</exception>
    public Table Read(string path) => Read(path, options: null);

    /// <param name="path">the file</param>
    /// <param name="options">how to read the file otherwise, such as its separator or encoding; null for the defaults</param>
    /// <inheritdoc cref="Read(string)"/>
    public Table Read(string path, CsvOptions? options) => Table.FromCsv(path, Reading(options), KnownTypes());

    /// <summary>Reads rows for this model from CSV text, as <see cref="Read(string)"/> does from a file.</summary>
    /// <param name="stream">the bytes, from where the stream is; read to its end and left open</param>
    /// <exception cref="ArgumentNullException">the stream is null.</exception>
    /// <exception cref="InvalidDataException">the text is invalid; as in <see cref="Table.FromCsv(string)"/>.</exception>
    public Table Read(Stream stream) => Read(stream, options: null);

    /// <param name="stream">the bytes, from where the stream is; read to its end and left open</param>
    /// <param name="options">how to read the text otherwise, such as its separator or encoding; null for the defaults</param>
    /// <inheritdoc cref="Read(Stream)"/>
    public Table Read(Stream stream, CsvOptions? options) => Table.FromCsv(stream, Reading(options), Table.NameOf(stream), KnownTypes());

    /// <summary>
    /// Predicts rows, with or without the label column; other columns are ignored. Keeps nothing, so any number of threads may call it
    /// at once.
    /// </summary>
    /// <param name="table">the rows; columns are found by name</param>
    /// <returns>a prediction for each row</returns>
    /// <exception cref="ArgumentNullException">the table is null.</exception>
    /// <exception cref="ArgumentException">a column is missing.</exception>
    /// <exception cref="InvalidDataException">a cell is invalid for its column; see <see cref="TableOptions.OddCells"/>.</exception>
    public IReadOnlyList<TabularPrediction> Predict(Table table)
    {
        Matrix<float> features = Encoder.Encode(table);
        Matrix<float> outputs = target.Classes is null ? Network.Predict(features) : Network.PredictProbabilities(features);
        return new PredictionList(outputs.AsColumnMajorArray() ?? outputs.ToColumnMajorArray(), outputs.RowCount, target);
    }

    /// <summary>
    /// Predicts one row. Cells are texts; numbers are invariant, such as <c>"3.5"</c>, or else written as in the training rows. Other
    /// columns are ignored, the label too. Any number of threads may call it at once.
    /// </summary>
    /// <param name="row">the cells by the names of their columns; null for a missing value</param>
    /// <exception cref="ArgumentNullException">the row is null.</exception>
    /// <exception cref="ArgumentException">a column is missing.</exception>
    /// <exception cref="InvalidDataException">a cell is invalid for its column; see <see cref="TableOptions.OddCells"/>.</exception>
    public TabularPrediction Predict(IReadOnlyDictionary<string, string?> row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Predict(Table.ByHand(row))[0];
    }

    /// <summary>Metrics of the model on labelled rows.</summary>
    /// <param name="table">the rows, with the label column</param>
    /// <returns>
    /// in classification <c>accuracy</c>, <c>log loss</c>, <c>roc auc</c> and <c>macro f1</c>, in regression <c>rmse</c>,
    /// <c>mae</c> and <c>r2</c>, in this order (see <see cref="Metric"/>). Rows of a class that was not in the training rows are wrong in
    /// accuracy and left out of the others; <see cref="MetricValues.Doubts"/> names it
    /// </returns>
    /// <exception cref="ArgumentNullException">the table is null.</exception>
    /// <exception cref="ArgumentException">a column is missing.</exception>
    /// <exception cref="InvalidDataException">a cell is invalid for its column, or a label is missing or no number.</exception>
    public MetricValues Evaluate(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return target.Evaluate(Network, table, Encoder.Encode);
    }

    /// <summary>
    /// Which classes the model takes for which, on labelled rows; rows of a class that was not in the training rows are left out.
    /// </summary>
    /// <param name="table">the rows, with the label column</param>
    /// <exception cref="ArgumentNullException">the table is null.</exception>
    /// <exception cref="ArgumentException">a column is missing.</exception>
    /// <exception cref="InvalidDataException">a cell is invalid for its column, or a label is missing or no class at all.</exception>
    /// <exception cref="InvalidOperationException">the model predicts numbers.</exception>
    public ConfusionMatrix Confusion(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (target.Classes is null) throw new InvalidOperationException("The model predicts numbers, of which there is no confusion.");
        Dataset data = target.KnownOf(table, Encoder.Encode, out _);
        return ConfusionMatrix.Of(new Predictions(Network.Predict(data.Inputs), data));
    }

    /// <summary>Encodes labelled rows as a data set for the network.</summary>
    /// <param name="table">the rows, with the label column</param>
    /// <exception cref="ArgumentNullException">the table is null.</exception>
    /// <exception cref="ArgumentException">a column is missing.</exception>
    /// <exception cref="InvalidDataException">a cell or a label is invalid for its column.</exception>
    public Dataset Encode(Table table) => target.DatasetOf(table, Encoder.Encode(table));

    private static Network NetworkOn(Dataset data, TableEncoder encoder, ModelTarget target, TabularOptions options)
    {
        NetworkBuilder builder = Network.Create(data.Features);
        if (encoder.Codes.Count > 0) builder.AddEmbeddings([.. encoder.Codes.Select(EmbeddingOf)]);
        options.Network(builder);
        builder = target.Classes is null ? builder.AddOutput(1) : builder.AddOutput(target.Classes.Classes);
        Network network = builder.Build(options.Seed);
        network.StandardizeTargets(data);
        return network;
    }

    private static TrainerOptions TrainingOf(ModelTarget target, TabularOptions options)
    {
        var defaults = new TrainerOptions
        {
            Loss = target.Classes is null ? Loss.MeanSquaredError : Loss.SoftmaxCrossEntropy,
            Epochs = 30,
            EarlyStopping = new EarlyStopping(),
        };
        return options.Training(defaults)
            ?? throw new ArgumentException("TabularOptions.Training gave no options to train with.", nameof(options));
    }

    private static Embedding EmbeddingOf(CategoryCodes codes) =>
        new(codes.Feature, codes.Count, Math.Min((codes.Count + 1) / 2, WidestEmbedding));

    /// <summary>What this model knows of how its files are written, and otherwise what was told.</summary>
    private CsvOptions Reading(CsvOptions? options)
    {
        options ??= new CsvOptions();
        return options with
        {
            DecimalMark = options.DecimalMark ?? (Encoder.HasDecimalComma || target.Format?.Mark == ',' ? ',' : '.'),
            MissingTexts = [.. Encoder.Missing.Added, .. options.MissingTexts],
        };
    }

    private Dictionary<string, ColumnType> KnownTypes() => new(Encoder.ColumnTypes)
    {
        [Label] = target.Classes is null ? ColumnType.Numeric : ColumnType.Categorical,
    };
}
