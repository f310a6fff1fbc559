using System.CommandLine;
using System.Text;
using ResNet.Tabular;

namespace ResNet.Tool;

/// <summary><c>resnet predict model rows.csv</c>: an answer for each row of a file, as CSV or as a JSON object a line.</summary>
internal static class PredictCommand
{
    public static Command On(ToolConsole console) => ModelFile.Command(
        "predict", "Predicts the rows of a file: a line for each, as CSV or, with --json, as JSON.", line => Run(line, console));

    private static ExitCode Run(ParseResult line, ToolConsole console)
    {
        ModelRows rows = ModelFile.Load(line);
        bool isJson = line.GetValue(Json.Option);
        var csv = new AnswerLines(rows.Model.Classes);
        var unknown = new UnknownTally();
        var text = new StringBuilder();
        if (!isJson) text.Append(csv.Header).Append('\n');
        using Stream file = console.Open(line.GetRequiredValue(ModelFile.Rows));
        foreach (IReadOnlyList<TabularPrediction> answers in rows.Answers(file, unknown))
        {
            foreach (TabularPrediction answer in answers) text.Append(isJson ? Json.Line(answer) : csv.LineOf(answer)).Append('\n');
            console.Output.Write(text);
            text.Clear();
        }

        console.Warn(unknown.Doubts);
        return ExitCode.Done;
    }
}
