using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tabular;

/// <summary>
/// The fit of a model to a table, before its first step: what the columns are taken for, the encoded rows, those held out for
/// validation, and the network with its initial weights are settled. <see cref="Run"/> trains.
/// <see cref="TabularModel.Fit"/> does both at once; in between one can print the doubts and check other files.
/// </summary>
/// <example>
/// <code>
/// var fit = new TabularFit(Table.FromCsv("train.csv"), label: "income");
/// foreach (string doubt in fit.Model.Doubts) Console.WriteLine(doubt);
/// Table test = fit.Model.Read("test.csv"); // refused now, not after hours of training, where it does not fit
/// TabularModel model = fit.Run(new ConsoleProgress());
/// </code>
/// </example>
public sealed class TabularFit
{
    private const int WidestEmbedding = 16;

    private readonly Dataset training;
    private readonly Dataset? validation;
    private readonly TrainerOptions options;

    /// <summary>Prepares a fit.</summary>
    /// <param name="training">the rows, of which some are held out for validation</param>
    /// <param name="label">the column to predict</param>
    /// <param name="options">how to fit; null for the defaults</param>
    /// <exception cref="ArgumentNullException">the table or the label is null.</exception>
    /// <exception cref="ArgumentException">
    /// there is no such column or class, there are too few rows, or <see cref="TabularOptions.Training"/> gave null.
    /// </exception>
    /// <exception cref="InvalidDataException">a cell or a label is invalid for its column; the message says where.</exception>
    public TabularFit(Table training, string label, TabularOptions? options = null)
        : this(training, training, label, options ?? new TabularOptions())
    {
    }

    /// <param name="training">the rows to learn from, some of them held out for validation</param>
    /// <param name="all">these and others, by which is decided what the columns are</param>
    /// <param name="label">the column to predict</param>
    /// <param name="options">how to fit</param>
    internal TabularFit(Table training, Table all, string label, TabularOptions options)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(label);
        TableOptions columns = options.ColumnsFor(all, label);
        var schema = new TableSchema(all, label, columns);
        schema.RefuseBroken();
        LabelFinding found = LabelRules.Find(all, all.IndexOf(label), options.Task);
        if (found.Refusal is { } refusal) throw refusal;
        ModelTarget target = ModelTarget.Fit(training, label, found);
        IReadOnlyList<float>? weights = options.Weights?.For(training);
        (int[] kept, int[] heldOut) = target.Split(training, options.HeldOut, options.Seed);
        Table learned = heldOut.Length == 0 ? training : training.Rows(kept);

        TableEncoder encoder = TableEncoder.Fit(learned, all, label, schema, columns);
        this.training = DatasetOf(learned, kept);
        validation = options.ValidationRows is { } rows
            ? Weighted(target.DatasetOf(rows, encoder.Encode(rows)), rows, options)
            : heldOut.Length == 0 ? null : DatasetOf(training.Rows(heldOut), heldOut);
        Network network = NetworkOn(this.training, encoder, target, options);
        this.options = TrainingOf(target, options, training, weights);
        Model = new TabularModel(target, encoder, network)
        {
            Doubts = new ValueList<string>([.. schema.Doubts, .. found.Doubts, .. target.Classes?.Doubts ?? []]),
        };

        Dataset DatasetOf(Table table, int[] rows)
        {
            Dataset data = target.DatasetOf(table, encoder.Encode(table, isFit: true));
            return weights is null ? data : data.WithWeights([.. rows.Select(row => weights[row])]);
        }
    }

    /// <summary>
    /// The model, with its initial weights until <see cref="Run"/> has trained them: for reading files as it does, for checking that
    /// they fit, and for its doubts about the training rows.
    /// </summary>
    public TabularModel Model { get; }

    /// <summary>Trains from the beginning.</summary>
    /// <param name="progress">
    /// receives a report after every batch, such as <see cref="ConsoleProgress"/>; see <see cref="TrainingProgress"/> for when
    /// </param>
    /// <param name="cancellation">ends training after the current batch; the model is that of the best epoch so far</param>
    /// <returns>the model, with its history; its network is that of <see cref="Model"/></returns>
    /// <exception cref="ArgumentException">the rows do not fit the loss or a metric, or are too few.</exception>
    /// <exception cref="IOException">a checkpoint cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">access to the checkpoint folder is denied.</exception>
    public TabularModel Run(IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default) =>
        Model.With(new Trainer(Model.Network, options).Fit(training, validation, progress, cancellation));

    /// <summary>
    /// Continues a fit that was stopped or killed, from the newest checkpoint, with the same bits as if it had never been stopped;
    /// without a checkpoint it trains from the beginning (<see cref="Trainer.Resume"/>). Table and options must be the same.
    /// </summary>
    /// <inheritdoc cref="Run"/>
    /// <exception cref="InvalidDataException">the checkpoint is invalid, or of another fit; the message says what differs.</exception>
    /// <exception cref="InvalidOperationException">
    /// <see cref="TabularOptions.Training"/> sets no <see cref="TrainerOptions.Checkpoints"/>.
    /// </exception>
    public TabularModel Resume(IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default) =>
        Model.With(new Trainer(Model.Network, options).Resume(training, validation, progress, cancellation));

    private static Dataset Weighted(Dataset data, Table rows, TabularOptions options) =>
        options.Weights is { Column: { } column } weights && rows.Columns.Contains(column) ? data.WithWeights(weights.For(rows)) : data;

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

    private static TrainerOptions TrainingOf(
        ModelTarget target, TabularOptions options, Table training, IReadOnlyList<float>? weights)
    {
        var defaults = new TrainerOptions
        {
            Loss = target.Classes is null ? Loss.MeanSquaredError : Loss.SoftmaxCrossEntropy,
            Epochs = 30,
            EarlyStopping = new EarlyStopping(),
            Seed = options.Seed,
            ClassWeights = options.ClassWeightsFor(target, training, weights),
        };
        return options.Training(defaults)
            ?? throw new ArgumentException("TabularOptions.Training gave no options to train with.", nameof(options));
    }

    private static Embedding EmbeddingOf(CategoryCodes codes) =>
        new(codes.Feature, codes.Count, Math.Min((codes.Count + 1) / 2, WidestEmbedding));
}
