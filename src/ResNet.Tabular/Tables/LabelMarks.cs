namespace ResNet.Tabular;

/// <summary>Which texts of a label column are missing labels: all marks among numbers, only blanks and the user's among texts.</summary>
/// <param name="counts">the labels</param>
/// <param name="marks">the marks of missing values</param>
internal sealed class LabelMarks(CellCounts counts, MissingMarks marks)
{
    private readonly bool areNumbers =
        counts.Numbers > 0 || counts.Written.All(label => marks.Contains(label.Text) || Numbers.TryParse(label.Text, out _));

    public bool IsMissing(string text) => areNumbers ? marks.Contains(text) : marks.ContainsAmongClasses(text);
}
