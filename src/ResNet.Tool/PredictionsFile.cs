using System.Text;
using ResNet.Tabular;

namespace ResNet.Tool;

/// <summary>
/// The predictions of cross-validation as CSV: the number of each row, its label, and what the model that was not trained on it says,
/// which is empty in folds that were not done.
/// </summary>
internal static class PredictionsFile
{
    public static void Write(string path, TabularModel model, Table table, CrossValidation result)
    {
        var lines = new AnswerLines(model.Classes);
        int label = table.IndexOf(model.Label);
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        file.WriteLine($"row,{AnswerLines.Cell(model.Label)},{lines.Header}");
        for (int row = 0; row < table.RowCount; row++)
        {
            string answer = result.Predictions[row] is { } prediction ? lines.LineOf(prediction) : lines.Empty;
            file.WriteLine($"{row + 1},{AnswerLines.Cell(table[row, label] ?? "")},{answer}");
        }
    }
}
