using System.CommandLine;
using ResNet.Tabular;

namespace ResNet.Tool;

/// <summary><c>resnet evaluate model rows.csv</c>: how good a model is on labelled rows.</summary>
internal static class EvaluateCommand
{
    public static Command On(ToolConsole console) => ModelFile.Command(
        "evaluate", "Measures a model on the labelled rows of a file.", line => Run(line, console), ColumnOptions.Weights);

    private static ExitCode Run(ParseResult line, ToolConsole console)
    {
        ModelRows model = ModelFile.Load(line);
        Table rows = ModelFile.Read(model, line, console);
        RowWeights? weights = ColumnOptions.WeightsFor(rows, line);
        MetricValues metrics = model.Model.Evaluate(rows, metrics: null, weights);
        var measured = new Measured(line.GetRequiredValue(ModelFile.Rows), rows.RowCount, metrics);
        if (line.GetValue(Json.Option))
        {
            console.Output.WriteLine(Json.Document(measured));
            return ExitCode.Done;
        }

        console.Output.WriteLine(measured);
        if (model.Model.Task == TabularTask.Classification && weights is null)
        {
            console.Output.WriteLine(model.Model.Confusion(rows).ToString(model.Model.Classes));
        }

        return ExitCode.Done;
    }
}
