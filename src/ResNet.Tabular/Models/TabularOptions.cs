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
    /// Classification or regression. Null, the default, detects it: regression if the label column has only numbers and more than
    /// 20 different ones, otherwise classification.
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

    /// <summary>The seed of the validation split and of the initial weights; 0 by default.</summary>
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
    /// patience 10. Change some with <c>with</c>.
    /// </summary>
    /// <example>
    /// <code>
    /// TabularOptions options = new() { Training = training => training with { Optimizer = new AdamW(0.003f) } };
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

    private bool PrintMembers(StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"Task = {Task}, Columns = {Columns}, Validation = {Validation}, Seed = {Seed}");
        return true;
    }
}
