using System.CommandLine;
using ResNet.Tabular;

namespace ResNet.Samples;

/// <summary>The command line.</summary>
internal static class TabularCommand
{
    private const string Detected = "detected";

    private static readonly Option<string?> train =
        Text("--train", "training rows, separated by , ; tab or | [default: generated]", "FILE");

    private static readonly Option<string?> test = Text("--test", "test rows [default: a fifth of the training rows]", "FILE");
    private static readonly Option<string?> label =
        Text("--label", "the column to predict, by name or by number from 1 [default: the last]", "COLUMN");

    private static readonly Option<string> header =
        CommandLine.Choice("--header", "whether the files begin with the names of the columns", Detected, "yes", "no");

    private static readonly Option<string> task =
        CommandLine.Choice("--task", "what to predict: a class or a number", Detected, "classification", "regression");

    private static readonly Option<string> scaling =
        CommandLine.Choice("--scaling", "how numbers are scaled", "standardize", "quantiles");

    private static readonly Option<int> width = CommandLine.Number("--width", "neurons in a block", 128);
    private static readonly Option<int> blocks = CommandLine.Number("--blocks", "residual blocks", 2);
    private static readonly Option<float> dropout =
        CommandLine.Number("--dropout", "share of activations dropped in training", 0.2f);

    private static readonly Option<int> epochs = CommandLine.Number("--epochs", "most passes through the training rows", 30);
    private static readonly Option<int> batch = CommandLine.Number("--batch", "rows in a mini-batch", 128);
    private static readonly Option<double> validation = CommandLine.Number(
        "--validation", "share of the training rows held out for early stopping; 0 trains on all of them, for all epochs", 0.15);

    private static readonly Option<int?> folds = new("--folds")
    {
        Description = "cross-validate the training rows with this number of folds instead of testing",
        HelpName = "N",
    };

    private static readonly Option<float> rate = CommandLine.Number("--learning-rate", "AdamW's highest learning rate", 0.001f);
    private static readonly Option<int> seed = CommandLine.Number("--seed", "the seed of all random numbers", 1);
    private static readonly Option<string?> output =
        Text("--output", "the folder that metrics.json and figures are written to [default: none]", "FOLDER");

    private static readonly Option<string?> save = Text("--save", "the file that the trained model is saved to [default: none]", "FILE");

    public static int Run(string[] arguments)
    {
        var command = new RootCommand("Trains a residual network on a table and tests it.")
        {
            train, test, label, header, task, scaling, width, blocks, dropout, epochs, batch, rate, validation, folds, seed, output, save,
        };
        command.SetAction(line => TabularSession.Run(Request(line)));
        return CommandLine.Run(command, arguments);
    }

    private static TabularRequest Request(ParseResult line) => new(
        line.GetValue(train),
        line.GetValue(test),
        line.GetValue(label),
        line.GetRequiredValue(header) switch { "yes" => true, "no" => false, _ => null },
        Enum.TryParse(line.GetRequiredValue(task), ignoreCase: true, out TabularTask given) ? given : null,
        line.GetRequiredValue(scaling) == "quantiles" ? NumericScaling.QuantileNormal : NumericScaling.Standardize,
        new NetworkShape(line.GetRequiredValue(width), line.GetRequiredValue(blocks), line.GetRequiredValue(dropout)),
        new TrainingPlan(
            line.GetRequiredValue(epochs),
            line.GetRequiredValue(batch),
            line.GetRequiredValue(rate),
            line.GetRequiredValue(validation)),
        line.GetValue(folds),
        line.GetRequiredValue(seed),
        line.GetValue(output),
        line.GetValue(save));

    private static Option<string?> Text(string name, string description, string help) =>
        new(name) { Description = description, HelpName = help };
}
