namespace ResNet.Tabular;

/// <summary>What a model predicts, as the label column says.</summary>
/// <param name="Task">classes or numbers</param>
internal sealed record LabelFinding(TabularTask Task)
{
    /// <summary>How the numbers are written; null for classes.</summary>
    public NumberFormat? Format { get; init; }

    /// <summary>What one could doubt about it, in words.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>Why the column cannot be predicted.</summary>
    public InvalidDataException? Refusal { get; init; }
}

/// <summary>The rules by which a label column is one of classes or of numbers.</summary>
internal static class LabelRules
{
    /// <summary>At most so many different whole numbers are classes.</summary>
    private const int MostNumericClasses = 20;

    /// <param name="table">all rows</param>
    /// <param name="column">the label column</param>
    /// <param name="told">the task if it was told</param>
    public static LabelFinding Find(Table table, int column, TabularTask? told)
    {
        var cells = new ColumnCells(table, column);
        FormatFit fit = ColumnRules.NumberFormatOf(table, cells);
        if (told == TabularTask.Regression) return Numbers(table, cells, fit);
        bool areClasses = told is not null || !fit.Suffices || DigitCodes.HaveOneLength(cells.Written, out _);
        if (areClasses) return Classes(table, cells, ClassDoubts.Of(table, cells, fit));
        HashSet<double> values = NumberRules.ValuesOf(cells, fit);
        bool areMany = cells.Numbers > 0 || values.Count > MostNumericClasses || fit.TooLarge is not null;
        if (areMany || values.Any(value => value != Math.Floor(value))) return Numbers(table, cells, fit);
        return Classes(table, cells,
        [
            cells.Doubt($"{values.Count} different whole numbers, taken for classes; " +
                $"{nameof(TabularTask)}.{nameof(TabularTask.Regression)} as the task predicts numbers"),
            .. ClassDoubts.Of(table, cells, fit),
        ]);
    }

    private static LabelFinding Numbers(Table table, ColumnCells cells, FormatFit fit) => new(TabularTask.Regression)
    {
        Format = (NumberFormat)fit.Format,
        Doubts = [.. NumberRules.DoubtsOf(cells, fit)],
        Refusal = fit.TooLarge is { } large
            ? cells.Broken(large, ResNet.Tabular.Numbers.TroubleOf(large.Text))
            : fit.Odd.Count > 0 && fit.Odd.MinBy(cell => cell.FirstRow) is var odd
                ? cells.Broken(odd, $"expected {fit.Format.Kind}, but found '{odd.Text}', and a label cannot be missing")
                : LabelMarks.RefusalOf(table, cells.Column, table.MarksIn(cells.Column).Contains),
    };

    private static LabelFinding Classes(Table table, ColumnCells cells, IEnumerable<string> doubts) => new(TabularTask.Classification)
    {
        Doubts = [.. doubts],
        Refusal = LabelMarks.RefusalOf(table, cells.Column, new LabelMarks(table, cells.Column).IsMissing),
    };
}
