using System.CommandLine;
using ResNet.Tabular;

namespace ResNet.Tool;

/// <summary><c>resnet train data.csv --label y</c>: a model of a file, saved, measured on another file or by cross-validation.</summary>
internal static class TrainCommand
{
    public static readonly Argument<string> Data = new("data.csv") { Description = FileOptions.OneFileOrInput };

    public static readonly Option<string?> Save = ValueOption.Text("--save", "FILE", "the file that the model is saved to");

    public static readonly Option<string?> Test =
        ValueOption.Text("--test", "FILE", "labelled rows to measure the model on, which are checked before training");

    public static readonly Option<string?> Output =
        ValueOption.Text("--output", "FOLDER", "where metrics.json and, with --folds, predictions.csv are written");

    public static Command On(ToolConsole console)
    {
        var command = new Command("train", "Trains a model of a file, saves it, and measures it.")
        {
            Data, Save, Test, Output, Json.Option, ColumnOptions.Weights,
        };
        foreach (Option option in ColumnOptions.All.Concat(TrainingOptions.All).Concat(FileOptions.All)) command.Add(option);
        command.SetAction(line => (int)Run(line, console));
        return command;
    }

    private static ExitCode Run(ParseResult line, ToolConsole console)
    {
        if (line.GetValue(ColumnOptions.Label) is null) throw new ArgumentException("--label is missing: which column is to be predicted?");
        OutputFolder? folder = line.GetValue(Output) is { } output ? OutputFolder.Create(output) : null;
        if (line.GetValue(Save) is { } save) OutputFolder.CreateFor(save);
        using Stream file = console.Open(line.GetRequiredValue(Data));
        return new TrainSession(line, console, folder, ColumnOptions.Read(file, line)).Run();
    }
}
