namespace ResNet.Tabular;

/// <summary>Numbers that only name their rows: all different and whole, running from row to row or called an id.</summary>
internal static class RowNumbers
{
    /// <summary>Fewer rows are hardly numbered.</summary>
    private const int FewRows = 20;

    /// <summary>How many numbers there are between the least and the greatest for each that occurs, at most, where they run.</summary>
    private const double LargestGap = 2;

    private static readonly string[] idNames = ["id", "ids", "index", "rowid", "uid", "guid", "uuid"];

    /// <summary>What whole numbers of which no two are equal may be.</summary>
    public enum Kind
    {
        /// <summary>They are not all different, or not all whole.</summary>
        None,

        /// <summary>Nothing else is known.</summary>
        Different,

        /// <summary>Their column is called an id.</summary>
        Id,

        /// <summary>They run from row to row, perhaps with gaps, in any order.</summary>
        Running,
    }

    /// <summary>What the numbers of a column are.</summary>
    public static Kind KindIn(ColumnCells cells, FormatFit fit)
    {
        if (cells.All < FewRows || cells.Missing > 0 || cells.Different < cells.All || fit.Odd.Count > 0) return Kind.None;
        if (cells.Written.Any(cell => !cell.Text.All(char.IsAsciiDigit))) return Kind.None; // 1.0 is measured, -1 is no name
        double least = double.PositiveInfinity, greatest = double.NegativeInfinity;
        foreach (double value in cells.Values(fit.Format))
        {
            if (value != Math.Floor(value)) return Kind.None;
            (least, greatest) = (Math.Min(least, value), Math.Max(greatest, value));
        }

        if (greatest - least + 1 < cells.All) return Kind.None; // some come again
        if (cells.Numbers > 0 && !AreDifferent(cells.Values(fit.Format))) return Kind.None;
        return greatest - least + 1 <= LargestGap * cells.All ? Kind.Running : IsId(cells.Name) ? Kind.Id : Kind.Different;
    }

    /// <summary>Whether a name says id: alone, as the last word, or as the end of a word such as customerId.</summary>
    private static bool IsId(string name)
    {
        string last = name[(name.LastIndexOfAny([' ', '_', '-', '.']) + 1)..];
        return Array.Exists(idNames, id => last.Equals(id, StringComparison.OrdinalIgnoreCase))
            || last is [.., >= 'a' and <= 'z', 'I', 'd' or 'D'];
    }

    private static bool AreDifferent(IEnumerable<double> values)
    {
        HashSet<double> seen = [];
        return values.All(seen.Add);
    }
}
