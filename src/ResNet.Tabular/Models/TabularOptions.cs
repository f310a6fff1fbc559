using System.Globalization;
using System.Text;

namespace ResNet.Tabular;

/// <summary>
/// How a <see cref="TabularModel"/> is fitted to a table. Options are equal where their settings are; functions are compared by
/// reference.
/// </summary>
/// <example>
/// Another learning rate and a wider network; the loss, 30 epochs and early stopping stay.
/// <code>
/// var options = new TabularOptions
/// {
///     Network = builder => builder.AddTabularBlocks(count: 3, width: 256),
///     Training = training => training with { Optimizer = new AdamW(0.003f) },
/// };
/// </code>
/// </example>
public sealed record TabularOptions
{
    private static readonly Action<NetworkBuilder> tabularBlocks = builder => builder.AddTabularBlocks(count: 2, width: 128);
    private static readonly Func<TrainerOptions, TrainerOptions> unchanged = training => training;

    /// <summary>
    /// What to predict. Null, the default, detects it: regression if the label column has only numbers, more than 20 different ones or
    /// some with a fraction, otherwise classification; several label columns of two classes each are multi-label.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">there is no such task.</exception>
    public TabularTask? Task { get; init => field = value is { } task ? Argument.Defined(task, nameof(Task)) : null; }

    /// <summary>The types of the columns and how they are encoded as features.</summary>
    /// <exception cref="ArgumentNullException">the options are null.</exception>
    public TableOptions Columns { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = new();

    /// <summary>
    /// The share of rows held out for validation, for early stopping, stratified by class; 0.15 by default. With 0 there is no
    /// validation, and early stopping monitors the training loss.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">the share is not at least 0 and below 1.</exception>
    public double Validation
    {
        get;
        init => field = value is >= 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(Validation), value, "The share of validation rows must be at least 0 and below 1.");
    } = 0.15;

    /// <summary>
    /// Rows of their own for validation, such as a published split; then none are held out, and <see cref="Validation"/> does not count.
    /// Null by default.
    /// </summary>
    public Table? ValidationRows { get; init; }

    /// <summary>
    /// How much each row counts in the loss Σwℓ/Σw, also of those held out; null, the default, where all count alike. A column of weights
    /// is none to learn from; <see cref="ValidationRows"/> count by it where they have it, too, and alike otherwise.
    /// </summary>
    public RowWeights? Weights { get; init; }

    /// <summary>
    /// The weights of classes by their names, beside those of rows; a class that is not named has 1. Null, the default, weighs all alike.
    /// </summary>
    /// <exception cref="ArgumentException">a weight is negative or not finite.</exception>
    public IReadOnlyDictionary<string, float>? ClassWeights
    {
        get;
        init => field = value is null || value.Values.All(weight => weight >= 0 && float.IsFinite(weight))
            ? value is null ? null : new ValueMap<float>(value)
            : throw new ArgumentException("Class weights must be finite and not negative.", nameof(value));
    }

    /// <summary>
    /// Whether each class counts as much as any other, however few its rows: class c has the weight Σw/(K·Σ_c w), with the sum Σw of the
    /// weights of all rows given to the fit, Σ_c w of those of the class, and K classes. False by default; not together with
    /// <see cref="ClassWeights"/>.
    /// </summary>
    public bool Balanced { get; init; }

    /// <summary>
    /// The seed of everything random in a fit: which rows are held out, the initial weights, the order of the rows, dropout; 0 by default.
    /// </summary>
    public int Seed { get; init; }

    /// <summary>
    /// Adds the layers and blocks between the features and the output layer; the model adds the output layer itself. By default two
    /// blocks for tables of width 128 (<see cref="NetworkBuilder.AddTabularBlocks"/>).
    /// </summary>
    /// <exception cref="ArgumentNullException">the function is null.</exception>
    public Action<NetworkBuilder> Network { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = tabularBlocks;

    /// <summary>
    /// Takes the defaults of the task and gives what to train with; by default the defaults themselves: those of
    /// <see cref="TrainerOptions"/>, with softmax cross-entropy or mean squared error as the loss, 30 epochs, and early stopping with
    /// patience 10, and the weights of classes and the seed of these options. Change some with <c>with</c>: metrics that are measured
    /// after every epoch, checkpoints for <see cref="TabularModel.Resume"/>, threads, a time limit.
    /// </summary>
    /// <example>
    /// <code>
    /// TabularOptions options = new()
    /// {
    ///     Training = training => training with { Metrics = [Metric.Accuracy], Checkpoints = new Checkpoints("checkpoints") },
    /// };
    /// </code>
    /// </example>
    /// <exception cref="ArgumentNullException">the function is null.</exception>
    public Func<TrainerOptions, TrainerOptions> Training
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    } = unchanged;

    /// <summary>Every setting by its name, but for the functions.</summary>
    public override string ToString() => Shown.Record(nameof(TabularOptions), PrintMembers);

    /// <summary>The share of the rows to hold out.</summary>
    internal double HeldOut => ValidationRows is null ? Validation : 0;

    /// <summary>The options of the columns, with those told that are none to learn from.</summary>
    internal TableOptions ColumnsFor(Table table, IReadOnlyList<string> labels)
    {
        if (Weights?.Column is not { } column) return Columns;
        table.IndexOf(column);
        if (labels.Contains(column)) throw new ArgumentException($"The label '{column}' cannot be the column of weights, too.");
        return Columns with { ColumnTypes = new Dictionary<string, ColumnType>(Columns.ColumnTypes) { [column] = ColumnType.Ignored } };
    }

    private bool PrintMembers(StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"Task = {Task}, Columns = {Columns}, Validation = {Validation}, ");
        text.Append(CultureInfo.InvariantCulture, $"ValidationRows = {ValidationRows?.RowCount}, Weights = {Weights}, ");
        text.Append(CultureInfo.InvariantCulture, $"ClassWeights = {ClassWeights}, Balanced = {Balanced}, Seed = {Seed}");
        return true;
    }
}
