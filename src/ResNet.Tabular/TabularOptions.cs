namespace ResNet.Tabular;

/// <summary>How a <see cref="TabularModel"/> is made of a table.</summary>
public sealed class TabularOptions
{
    /// <summary>
    /// What is predicted. Null, the default, finds it: a number where the label column holds numbers alone, more than 20
    /// different ones, else a class.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">there is no such task.</exception>
    public TabularTask? Task { get; init => field = value is { } task ? Argument.Defined(task, nameof(Task)) : null; }

    /// <summary>What the columns are and how they become features.</summary>
    /// <exception cref="ArgumentNullException">there are no options.</exception>
    public TableOptions Columns { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = new();

    /// <summary>
    /// The share of rows held back to see when to stop, of every class alike; 0.15 by default. With 0 no row is, and training
    /// is judged by its own loss.
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

    /// <summary>Fixes the rows held back and the first weights; 0 by default.</summary>
    public int Seed { get; init; }

    /// <summary>
    /// The layers and blocks between the features and the output layer, which the model adds itself; by default two
    /// blocks for tables of width 128 (<see cref="NetworkBuilder.AddTabularBlocks"/>).
    /// </summary>
    /// <exception cref="ArgumentNullException">there is nothing to call.</exception>
    public Action<NetworkBuilder> Network { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } =
        builder => builder.AddTabularBlocks(count: 2, width: 128);

    /// <summary>
    /// How to train with the loss of the task, softmax cross-entropy or mean squared error; by default as
    /// <see cref="TrainerOptions"/> says, 30 epochs, the best of which is kept, and 10 without gain end it.
    /// </summary>
    /// <exception cref="ArgumentNullException">there is nothing to call.</exception>
    public Func<Loss, TrainerOptions> Training { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } =
        loss => new TrainerOptions
        {
            Loss = loss,
            Epochs = 30,
            EarlyStopping = new EarlyStopping(),
        };
}
