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
    private readonly ModelTarget target;

    internal TabularModel(ModelTarget target, TableEncoder encoder, Network network)
    {
        this.target = target;
        Encoder = encoder;
        Network = network;
    }

    /// <summary>The name of the predicted column, the first of several.</summary>
    public string Label => target.Labels[0];

    /// <summary>The names of the predicted columns, most often one.</summary>
    public IReadOnlyList<string> Labels => target.Labels;

    /// <summary>Classification, regression or several labels at once.</summary>
    public TabularTask Task => target.Task;

    /// <summary>The names of the classes, in the order of the probabilities; empty where the task is another.</summary>
    public IReadOnlyList<string> Classes => target.Classes;

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
    public IReadOnlyList<string> Doubts { get; internal init; } = [];

    /// <summary>Fits a model to labelled rows: <see cref="TabularFit"/> and its <see cref="TabularFit.Run"/> in one.</summary>
    /// <param name="training">the rows, of which some are held out for validation</param>
    /// <param name="label">the column to predict</param>
    /// <param name="options">how to fit; null for the defaults</param>
    /// <param name="progress">
    /// receives a report after every batch, such as <see cref="ConsoleProgress"/>; see <see cref="TrainingProgress"/> for when
    /// </param>
    /// <param name="cancellation">ends training after the current batch; the model is that of the best epoch so far</param>
    /// <exception cref="ArgumentNullException">the table or the label is null.</exception>
    /// <exception cref="ArgumentException">
    /// there is no such column or class, there are too few rows, or <see cref="TabularOptions.Training"/> gave null.
    /// </exception>
    /// <exception cref="InvalidDataException">a cell or a label is invalid for its column; the message says where.</exception>
    public static TabularModel Fit(
        Table training,
        string label,
        TabularOptions? options = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default) =>
        new TabularFit(training, label, options).Run(progress, cancellation);

    /// <summary>
    /// Continues a fit that was cancelled or killed, from its newest checkpoint, with the same bits as if it had never been stopped;
    /// without a checkpoint it fits from the beginning. So a program that reads its table and calls this can be killed and restarted at
    /// any time.
    /// </summary>
    /// <param name="training">the rows, as before</param>
    /// <param name="label">the column to predict, as before</param>
    /// <param name="options">
    /// how to fit, as before, with <see cref="TrainerOptions.Checkpoints"/> in <see cref="TabularOptions.Training"/>
    /// </param>
    /// <param name="progress">receives a report after every batch</param>
    /// <param name="cancellation">ends training after the current batch</param>
    /// <example>
    /// <code>
    /// var options = new TabularOptions { Training = training => training with { Checkpoints = new Checkpoints("checkpoints") } };
    /// TabularModel model = TabularModel.Resume(Table.FromCsv("train.csv"), "income", options);
    /// </code>
    /// </example>
    /// <inheritdoc cref="TabularFit.Resume" path="exception"/>
    public static TabularModel Resume(
        Table training,
        string label,
        TabularOptions options,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default) =>
        new TabularFit(training, label, options).Resume(progress, cancellation);

    /// <summary>
    /// The same model, on the same network, with another way with odd cells than it was fitted with (<see cref="TableOptions.OddCells"/>):
    /// one that is loaded from a file can take them for missing, or refuse them.
    /// </summary>
    /// <param name="oddCells">what becomes of cells in columns of numbers or dates that are none, in rows to predict or measure</param>
    /// <exception cref="ArgumentOutOfRangeException">there is no such way.</exception>
    public TabularModel With(OddCells oddCells) =>
        new(target, Encoder.With(Argument.Defined(oddCells)), Network) { History = History, Doubts = Doubts };

    /// <summary>The same model with the history of its training.</summary>
    internal TabularModel With(TrainingHistory history) => new(target, Encoder, Network) { History = history, Doubts = Doubts };
}
