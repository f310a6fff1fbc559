using System.Globalization;
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

    /// <summary>Prepares a fit by the defaults.</summary>
    /// <param name="training">the rows, of which some are held out for validation</param>
    /// <param name="label">the column to predict</param>
    /// <inheritdoc cref="TabularFit(Table, string, TabularOptions)" path="exception"/>
    public TabularFit(Table training, string label)
        : this(training, label, options: null)
    {
    }

    /// <summary>Prepares a fit.</summary>
    /// <param name="training">the rows, of which some are held out for validation</param>
    /// <param name="label">the column to predict</param>
    /// <param name="options">how to fit; null for the defaults</param>
    /// <exception cref="ArgumentNullException">the table or the label is null.</exception>
    /// <exception cref="ArgumentException">
    /// there is no such column or class, there are too few rows, or <see cref="TabularOptions.Training"/> gave null.
    /// </exception>
    /// <exception cref="InvalidDataException">a cell or a label is invalid for its column; the message says where.</exception>
    public TabularFit(Table training, string label, TabularOptions? options)
        : this(training, training, [label ?? throw new ArgumentNullException(nameof(label))], options)
    {
    }

    /// <summary>
    /// Prepares a fit to several labels at once: all of them numbers, or each of two classes, such as no and yes
    /// (<see cref="TabularTask.MultiLabel"/>).
    /// </summary>
    /// <param name="training">the rows, of which some are held out for validation</param>
    /// <param name="labels">the columns to predict</param>
    /// <param name="options">how to fit; null for the defaults</param>
    /// <inheritdoc cref="TabularFit(Table, string, TabularOptions)" path="exception"/>
    public TabularFit(Table training, IReadOnlyList<string> labels, TabularOptions? options)
        : this(training, training, [.. labels ?? throw new ArgumentNullException(nameof(labels))], options)
    {
    }

    /// <param name="training">the rows to learn from, some of them held out for validation</param>
    /// <param name="all">these and others, by which is decided what the columns are</param>
    /// <param name="labels">the columns to predict</param>
    /// <param name="options">how to fit; null for the defaults</param>
    internal TabularFit(Table training, Table all, string[] labels, TabularOptions? options)
    {
        ArgumentNullException.ThrowIfNull(training);
        options ??= new TabularOptions();
        TableOptions columns = options.ColumnsFor(all, labels);
        var schema = new TableSchema(all, labels, columns);
        schema.RefuseBroken();
        ModelTarget target = TargetRules.Find(training, all, labels, options.Task, out IReadOnlyList<string> ofLabels);
        IReadOnlyList<float>? weights = options.Weights?.For(training);
        (int[] kept, int[] heldOut) = options.HeldOut == 0
            ? ([.. Enumerable.Range(0, training.RowCount)], [])
            : Strata.Split(target.StrataOf(training), options.HeldOut, options.Seed);
        Table learned = heldOut.Length == 0 ? training : training.Rows(kept);

        TableEncoder encoder = TableEncoder.Fit(learned, all, labels, schema, columns);
        this.training = DatasetOf(learned, kept);
        validation = options.ValidationRows is { } rows
            ? Weighted(target.DatasetOf(rows, encoder.Encode(rows)), rows, options)
            : heldOut.Length == 0 ? null : DatasetOf(training.Rows(heldOut), heldOut);
        this.options = TrainingOf(target, options, target.ClassWeights(options, training, weights));
        Network network = NetworkOn(this.training, encoder, target, options);
        Model = new TabularModel(target, encoder, network) { Doubts = new ValueList<string>([.. schema.Doubts, .. ofLabels]) };

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

    /// <summary>The numbers of rows, and the model.</summary>
    public override string ToString()
    {
        string rows = Shown.Count(training.Count, "row");
        string others = validation is null ? "none" : validation.Count.ToString("N0", CultureInfo.InvariantCulture);
        return $"fit to {rows}, {others} for validation{Environment.NewLine}{Model}";
    }

    private static Dataset Weighted(Dataset data, Table rows, TabularOptions options) =>
        options.Weights is { Column: { } column } weights && rows.Columns.Contains(column) ? data.WithWeights(weights.For(rows)) : data;

    private static Network NetworkOn(Dataset data, TableEncoder encoder, ModelTarget target, TabularOptions options)
    {
        NetworkBuilder builder = Network.Create(data.Features);
        if (encoder.Codes.Count > 0) builder.AddEmbeddings([.. encoder.Codes.Select(EmbeddingOf)]);
        options.Network(builder);
        Network network = target.AddOutput(builder).Build(options.Seed);
        if (target.Task == TabularTask.Regression) network.StandardizeTargets(data);
        return network;
    }

    private static TrainerOptions TrainingOf(ModelTarget target, TabularOptions options, IReadOnlyList<float>? classWeights)
    {
        var defaults = new TrainerOptions
        {
            Loss = target.Loss,
            Epochs = 30,
            EarlyStopping = new EarlyStopping(),
            Seed = options.Seed,
            ClassWeights = classWeights,
        };
        return options.Training(defaults)
            ?? throw new ArgumentException("TabularOptions.Training gave no options to train with.", nameof(options));
    }

    private static Embedding EmbeddingOf(CategoryCodes codes) =>
        new(codes.Feature, codes.Count, Math.Min((codes.Count + 1) / 2, WidestEmbedding));
}
