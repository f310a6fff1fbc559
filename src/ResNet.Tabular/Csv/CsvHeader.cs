namespace ResNet.Tabular;

/// <summary>Whether the first record of a file are the names of its columns.</summary>
internal static class CsvHeader
{
    /// <summary>How many different cells tell that a column is of dates.</summary>
    private const int MostDates = 20;

    /// <param name="first">the cells of the first record</param>
    /// <param name="columns">the columns</param>
    /// <param name="below">the rows below it, but for those that are the same</param>
    /// <param name="missing">marks of missing values</param>
    /// <param name="evidence">why they are taken for names, in words, where they could also be a row; else null</param>
    public static bool IsIn(string[] first, Column[] columns, RowSet below, MissingMarks missing, out string? evidence)
    {
        evidence = null;
        Lazy<CellCounts>[] counts = [.. columns.Select(column => new Lazy<CellCounts>(() => new CellCounts(column, below)))];
        if (first.Any(CellText.IsNumber))
        {
            evidence = "years in a row stand above other numbers";
            return YearNames.Are(first) && first.Zip(counts).Where(column => CellText.IsNumber(column.First))
                .All(column => IsNumeric(column.Second.Value, missing) && !YearNames.AreAll(column.Second.Value));
        }

        if (below.Count == 0) return true; // names and nothing below
        for (int column = 0; column < columns.Length; column++)
        {
            if (missing.Contains(first[column])) continue;
            if (IsNumeric(counts[column].Value, missing) || (!IsDate(first[column]) && IsOfDates(counts[column].Value))) return true;
        }

        evidence = "nothing in it comes again below";
        if (first.Zip(counts).Any(column => IsDate(column.First) && IsOfDates(column.Second.Value))) return false;
        string[] names = [.. first.Where(cell => cell.Length > 0)];
        return names.Length > 0
            && !names.Any(missing.Contains)
            && names.Distinct(StringComparer.Ordinal).Count() == names.Length
            && first.Zip(counts).All(column => !OccursBelow(column.First, column.Second.Value));
    }

    private static bool IsNumeric(CellCounts counts, MissingMarks missing) => OddTexts.LeaveNumbers(
        counts.Written.Where(cell => !missing.Contains(cell.Text)), counts.Numbers);

    private static bool IsOfDates(CellCounts counts) =>
        counts.Written.Length > 0 && counts.Written.Take(MostDates).All(cell => IsDate(cell.Text));

    private static bool IsDate(string cell)
    {
        var tally = new DateTally();
        tally.Add(cell, 1);
        return tally.Reading(OddTexts.LeastPercent) != DateOrders.None;
    }

    private static bool OccursBelow(string cell, CellCounts counts) =>
        cell.Length > 0 && counts.Written.Any(written => written.Text == cell);
}
