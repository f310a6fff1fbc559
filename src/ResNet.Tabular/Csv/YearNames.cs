namespace ResNet.Tabular;

/// <summary>Years as names of columns, as tables have them that were counted once a year.</summary>
internal static class YearNames
{
    private const double First = 1900, Last = 2100;

    /// <summary>Whether the numbers among some cells are years one after another, two at least.</summary>
    public static bool Are(IEnumerable<string> cells)
    {
        double[] numbers = [.. cells.Where(CellText.IsNumber).Select(cell => IsYear(cell, out double year) ? year : double.NaN)];
        return numbers.Length > 1 && numbers.Zip(numbers.Skip(1)).All(pair => pair.Second == pair.First + 1);
    }

    /// <summary>Whether all numbers of a column are years.</summary>
    public static bool AreAll(CellCounts counts) => counts.Numbers == 0
        && counts.Written.Where(cell => CellText.IsNumber(cell.Text)).All(cell => IsYear(cell.Text, out _));

    /// <summary>Whether a text is a year as people write it.</summary>
    private static bool IsYear(string text, out double year)
    {
        year = double.NaN;
        return text.Length == 4 && text.All(char.IsAsciiDigit) && Numbers.TryParse(text, out year) && year is >= First and <= Last;
    }
}
