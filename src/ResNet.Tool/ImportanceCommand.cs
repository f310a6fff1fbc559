using System.CommandLine;
using ResNet.Tabular;

namespace ResNet.Tool;

/// <summary><c>resnet importance model rows.csv</c>: how much a model needs each column.</summary>
internal static class ImportanceCommand
{
    private static readonly Option<int?> repeats = ValueOption.Whole("--repeats", 1, "how often each column is shuffled [default: 5]");

    public static Command On(ToolConsole console) => ModelFile.Command(
        "importance",
        "Tells how much a model needs each column: how much worse it is where the column is shuffled.",
        line => Run(line, console),
        ColumnOptions.Weights, repeats, TrainingOptions.Seed);

    private static ExitCode Run(ParseResult line, ToolConsole console)
    {
        ModelRows model = ModelFile.Load(line);
        Table rows = ModelFile.Read(model, line, console);
        ColumnImportances found = model.Model.PermutationImportance(
            rows,
            line.GetValue(repeats) ?? 5,
            metric: null,
            ColumnOptions.WeightsFor(rows, line),
            line.GetValue(TrainingOptions.Seed) ?? 0,
            CancellationToken.None);
        console.Output.WriteLine(line.GetValue(Json.Option)
            ? Json.Document(new { Metric = found.Metric.Name, found.Value, found.Columns })
            : found.ToString());
        return ExitCode.Done;
    }
}
