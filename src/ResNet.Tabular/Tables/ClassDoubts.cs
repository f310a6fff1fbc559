namespace ResNet.Tabular;

/// <summary>What one could doubt about the classes of a label column.</summary>
internal static class ClassDoubts
{
    /// <summary>The most examples that a doubt names.</summary>
    private const int MostNamed = 3;

    /// <summary>Fewer rows may well have as many classes.</summary>
    private const int FewRows = 20;

    /// <param name="table">all rows</param>
    /// <param name="cells">the label column</param>
    /// <param name="fit">the best format for numbers</param>
    public static IEnumerable<string> Of(Table table, ColumnCells cells, FormatFit fit)
    {
        CellCounts counts = table.CountsOf(cells.Column);
        var marks = new LabelMarks(table, cells.Column);
        WrittenText[] classes = [.. counts.Written.Where(label => !marks.IsMissing(label.Text))];
        if (First(classes.Where(label => table.MarksIn(cells.Column).Contains(label.Text))) is { } mark)
        {
            yield return cells.Doubt($"{cells.Place(mark)}, which is a class among texts, though it marks missing values elsewhere" +
                (cells.IsOfFile ? $"; {nameof(CsvOptions)}.{nameof(CsvOptions.MissingTexts)} tells otherwise" : ""));
        }

        if (fit.Odd.Count > 0 && 2 * fit.Read >= fit.All) yield return cells.Doubt($"{OddCellText.Beside(cells, fit)}: classes");
        foreach (string doubt in OfCase(cells, classes)) yield return doubt;
        if (2 * classes.Length > table.RowCount && table.RowCount >= FewRows && cells.Numbers == 0)
        {
            yield return cells.Doubt($"{classes.Length} classes in {table.RowCount} rows leave few rows to learn each from");
        }
    }

    private static IEnumerable<string> OfCase(ColumnCells cells, WrittenText[] classes)
    {
        string[][] same = [.. classes.Select(label => label.Text).GroupBy(text => text, StringComparer.OrdinalIgnoreCase)
            .Select(group => group.ToArray()).Where(group => group.Length > 1)];
        if (same.Length == 0) yield break;
        string named = string.Join(", ", same.Take(MostNamed).Select(Named)) + (same.Length > MostNamed ? ", …" : "");
        yield return cells.Doubt($"{named} differ in letter case alone and are different classes");
    }

    private static string Named(string[] texts) => string.Join(" and ", texts.Select(text => $"'{Shown.Name(text)}'"));

    private static WrittenText? First(IEnumerable<WrittenText> labels) =>
        labels.OrderBy(label => label.FirstRow).Select(label => (WrittenText?)label).FirstOrDefault();
}
