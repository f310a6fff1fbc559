using System.Globalization;
using System.Text;
using ResNet.Tabular;

namespace ResNet.Tool;

/// <summary>
/// Predictions as lines of CSV: <c>prediction</c> and, of classes, <c>probability of</c> each; numbers read back to the same bits.
/// </summary>
/// <param name="classes">the names of the classes; none where numbers are predicted</param>
internal sealed class AnswerLines(IReadOnlyList<string> classes)
{
    public string Header => string.Join(',', ["prediction", .. classes.Select(name => Cell($"probability of {name}"))]);

    /// <summary>The cells of a row without a prediction.</summary>
    public string Empty => new(',', classes.Count);

    public string LineOf(TabularPrediction answer)
    {
        if (answer.Class is null) return Text(answer.Value!.Value);
        var line = new StringBuilder(Cell(answer.Class));
        foreach (string name in classes) line.Append(',').Append(Text(answer.Probabilities[name]));
        return line.ToString();
    }

    /// <summary>A text as a cell, quoted where CSV requires it.</summary>
    public static string Cell(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static string Text(float value) => value.ToString(CultureInfo.InvariantCulture);
}
