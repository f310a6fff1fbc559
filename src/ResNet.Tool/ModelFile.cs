using System.CommandLine;
using ResNet.Tabular;

namespace ResNet.Tool;

/// <summary>The arguments of the commands that use a saved model: its file and one of rows.</summary>
internal static class ModelFile
{
    public static readonly Argument<string> Model = new("model") { Description = "the file of a model, as resnet train --save writes it" };

    public static readonly Argument<string> Rows = new("rows.csv") { Description = FileOptions.OneFileOrInput };

    /// <summary>A command with these arguments, options of its own, and those for files.</summary>
    public static Command Command(string name, string description, Func<ParseResult, ExitCode> run, params Option[] options)
    {
        var command = new Command(name, description) { Model, Rows, Json.Option };
        foreach (Option option in options.Concat(FileOptions.All)) command.Add(option);
        command.SetAction(line => (int)run(line));
        return command;
    }

    /// <summary>The model of a command line, for rows of files.</summary>
    public static ModelRows Load(ParseResult line) => ModelRows.For(TabularModel.Load(line.GetRequiredValue(Model)), line);

    /// <summary>All rows of a command line's file; what in them means nothing to the model is told.</summary>
    public static Table Read(ModelRows model, ParseResult line, ToolConsole console)
    {
        using Stream file = console.Open(line.GetRequiredValue(Rows));
        var unknown = new UnknownTally();
        Table rows = model.All(file, unknown);
        console.Warn(unknown.Doubts);
        return rows;
    }
}
