namespace ResNet.Tabular;

/// <summary>Which texts of a label column are missing labels: all marks among numbers, only blanks and the user's among texts.</summary>
internal sealed class LabelMarks
{
    private readonly MissingMarks marks;
    private readonly bool areNumbers;

    public LabelMarks(Table table, int column)
    {
        CellCounts counts = table.CountsOf(column);
        marks = table.MarksIn(column);
        areNumbers = counts.Numbers > 0 || counts.Written.All(label => marks.Contains(label.Text) || Numbers.TryParse(label.Text, out _));
    }

    public bool IsMissing(string text) => areNumbers ? marks.Contains(text) : marks.ContainsAmongClasses(text);

    /// <summary>Why a column that lacks labels cannot be predicted: the first row without one; null where there is none.</summary>
    public static InvalidDataException? RefusalOf(Table table, int column, Func<string, bool> isMissing)
    {
        CellCounts counts = table.CountsOf(column);
        int[] missing = [.. counts.Written.Where(label => isMissing(label.Text)).Select(label => label.FirstRow)];
        if (counts.Nothings > 0) missing = [.. missing, counts.FirstNothing];
        return missing.Length == 0 ? null : table.Broken(missing.Min(), column, "the label is missing");
    }
}
