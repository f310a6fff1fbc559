using System.CommandLine;
using System.Globalization;
using ResNet.Tabular;

namespace ResNet.Tool;

/// <summary>How a model is trained: options of <c>resnet train</c>. What is not given is as the library has it.</summary>
internal static class TrainingOptions
{
    private const float LargestRate = 100;

    public static readonly Option<int?> Folds = ValueOption.Whole("--folds", 2, "cross-validate with so many folds, too");

    public static readonly Option<int?> Seed = ValueOption.Whole("--seed", 0, "the seed of everything random [default: 0]");

    private static readonly Option<TabularTask?> task = ValueOption.Choice(
        "--task",
        "predict a class or a number [default: found]",
        ("classification", TabularTask.Classification), ("regression", TabularTask.Regression));

    private static readonly Option<int?> epochs = ValueOption.Whole("--epochs", 1, "the most passes through the rows [default: 30]");

    private static readonly Option<TimeSpan?> time = ValueOption.Of<TimeSpan?>(
        "--time", "TIME", "the most time to train for, such as 90s, 10m or 2h", "a time such as 90s, 10m or 2h", text => TimeOf(text));

    private static readonly Option<int?> threads = ValueOption.Whole("--threads", 1, "the most threads to train with [default: all]");

    private static readonly Option<float?> validation = ValueOption.Number(
        "--validation",
        mayBeZero: true,
        below: 1,
        "the share of rows held out to end training in time; 0 trains on all of them, for all epochs [default: 0.15]");

    private static readonly Option<int?> width = ValueOption.Whole("--width", 1, "neurons in a block [default: 128]");
    private static readonly Option<int?> blocks = ValueOption.Whole("--blocks", 0, "residual blocks [default: 2]");
    private static readonly Option<float?> dropout =
        ValueOption.Number("--dropout", mayBeZero: true, below: 1, "the share of activations dropped in training [default: 0.2]");

    private static readonly Option<int?> batch = ValueOption.Whole("--batch", 1, "rows in a step of training [default: 128]");
    private static readonly Option<float?> rate =
        ValueOption.Number("--learning-rate", mayBeZero: false, LargestRate, "AdamW's highest learning rate [default: 0.001]");

    private static readonly Option<NumericScaling?> scaling = ValueOption.Choice(
        "--scaling",
        "how numbers are scaled [default: standardize]",
        ("standardize", NumericScaling.Standardize), ("quantiles", NumericScaling.QuantileNormal));

    public static IEnumerable<Option> All =>
        [task, Folds, epochs, time, Seed, threads, validation, width, blocks, dropout, batch, rate, scaling];

    /// <summary>The options of a fit to a table.</summary>
    public static TabularOptions For(Table table, ParseResult line)
    {
        var options = new TabularOptions
        {
            Task = line.GetValue(task),
            Columns = ColumnOptions.For(table, line) with { Scaling = line.GetValue(scaling) ?? NumericScaling.Standardize },
            Weights = ColumnOptions.WeightsFor(table, line),
            Seed = line.GetValue(Seed) ?? 0,
            Network = builder => builder.AddTabularBlocks(
                line.GetValue(blocks) ?? 2, line.GetValue(width) ?? 128, dropout: line.GetValue(dropout) ?? 0.2f),
            Training = defaults => Training(defaults, line),
        };
        return line.GetValue(validation) is { } share ? options with { Validation = share } : options;
    }

    private static TrainerOptions Training(TrainerOptions defaults, ParseResult line) => defaults with
    {
        Epochs = line.GetValue(epochs) ?? defaults.Epochs,
        TimeLimit = line.GetValue(time),
        Threads = line.GetValue(threads),
        BatchSize = line.GetValue(batch) ?? defaults.BatchSize,
        Optimizer = line.GetValue(rate) is { } given
            ? new AdamW(given) { WeightDecay = 0.01f, DecayWeightsOnly = true }
            : defaults.Optimizer,
        EarlyStopping = line.GetValue(validation) == 0 ? null : defaults.EarlyStopping,
    };

    private static TimeSpan TimeOf(string text)
    {
        double number = double.Parse(text.AsSpan(0, Math.Max(text.Length - 1, 0)), NumberStyles.Float, CultureInfo.InvariantCulture);
        TimeSpan time = text[^1] switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            _ => throw new FormatException(),
        };
        return time > TimeSpan.Zero ? time : throw new FormatException();
    }
}
