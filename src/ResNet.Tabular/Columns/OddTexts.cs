namespace ResNet.Tabular;

/// <summary>When a column is one of numbers although some of its cells are not: the odd ones are few, and of few kinds.</summary>
internal static class OddTexts
{
    /// <summary>The most different ones.</summary>
    public const int Most = 20;

    /// <summary>How many of a hundred cells are not odd, at least.</summary>
    public const int LeastPercent = 95;

    /// <summary>Whether they are few.</summary>
    /// <param name="odd">the odd cells</param>
    /// <param name="all">all cells that are not missing</param>
    /// <param name="different">the number of different texts in the odd ones</param>
    public static bool AreFew(int odd, int all, int different) => different <= Most && 100L * odd <= (100 - LeastPercent) * (long)all;

    /// <summary>Whether a column of numbers turned out to be one of texts when theirs were no longer kept.</summary>
    /// <param name="column">the column</param>
    /// <param name="rows">all of its rows</param>
    /// <param name="missing">marks of missing values</param>
    public static bool CameLate(Column column, RowSet rows, MissingMarks missing)
    {
        if (column.Mark is null || AreFew(column.TextCells, rows.Count, column.Texts.Length)) return false;
        var counts = new CellCounts(column, rows);
        return !LeaveNumbers(counts.Written.Where(cell => !missing.Contains(cell.Text)), counts.Numbers);
    }

    /// <summary>Whether all texts but a few odd ones are numbers, however these are written.</summary>
    /// <param name="written">the texts of a column, without marks of missing values</param>
    /// <param name="numbers">the number of its cells that hold numbers without a text</param>
    public static bool LeaveNumbers(IEnumerable<WrittenText> written, int numbers)
    {
        int odd = 0, different = 0, all = numbers;
        foreach (WrittenText cell in written)
        {
            all += cell.Count;
            if (CellText.IsNumber(cell.Text)) continue;
            odd += cell.Count;
            if (++different > Most) return false;
        }

        return odd < all && AreFew(odd, all, different);
    }
}
