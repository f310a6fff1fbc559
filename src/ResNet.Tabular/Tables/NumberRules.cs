namespace ResNet.Tabular;

/// <summary>What columns of numbers may be beside quantities: codes of digits, numbers of rows, names, dates.</summary>
internal static class NumberRules
{
    /// <summary>Days of a month; more different numbers are hardly names.</summary>
    private const int MostNames = 31;

    /// <summary>How often each name occurs at least, on average.</summary>
    private const int LeastOfName = 5;

    private const string Ignored = $"{nameof(ColumnType)}.{nameof(ColumnType.Ignored)} tells";

    private const string Option = $"{nameof(ColumnType)}.{nameof(ColumnType.Categorical)} tells";

    /// <summary>A <see cref="double"/> holds every whole number up to here.</summary>
    private const double MostExact = 1L << 53;

    /// <param name="cells">the column</param>
    /// <param name="fit">the format that reads it</param>
    /// <param name="finding">what it is as numbers</param>
    public static ColumnFinding Find(ColumnCells cells, FormatFit fit, ColumnFinding finding)
    {
        if (fit.Format is not NumberFormat { Unit: "" }) return finding;
        if (DigitCodes.ReasonIn(cells, fit) is { } reason)
        {
            return TextRules.Find(cells, fit: null) is { Schema.Type: ColumnType.Ignored } name
                ? name
                : new(cells.Schema(ColumnType.Categorical)) { Doubts = [cells.Doubt($"{reason} are categories")] };
        }

        const string different = $"a different whole number in each row, taken for a quantity; where it is a name, {Ignored}";
        return RowNumbers.KindIn(cells, fit) switch
        {
            RowNumbers.Kind.Running => LeftOut("a running number; left out"),
            RowNumbers.Kind.Id => LeftOut("a whole number for each row, as ids have; left out"),
            RowNumbers.Kind.Different => finding with { Doubts = [.. finding.Doubts, cells.Doubt(different)] },
            _ => finding with { HasFewIntegers = HasFewIntegers(cells, fit) },
        };

        ColumnFinding LeftOut(string what) =>
            new(cells.Schema(ColumnType.Ignored)) { Doubts = [cells.Doubt(what)], Otherwise = finding.Schema };
    }

    /// <summary>What one could doubt about numbers, in words.</summary>
    public static IEnumerable<string> DoubtsOf(ColumnCells cells, FormatFit fit)
    {
        if (fit.Format is not NumberFormat format) yield break;
        if (First(IsNegative) is { } negative) yield return cells.Doubt($"{cells.Place(negative)}, taken for a negative number");
        if (First(cell => cell.Text is ['0', >= '0' and <= '9', ..] && cell.Text.All(char.IsAsciiDigit)) is { } zero)
        {
            yield return cells.Doubt($"{cells.Place(zero)}, taken for a quantity; where leading zeros mean something, {Option}");
        }

        if (First(cell => cell.Text.Length >= 16 && cell.Text.All(char.IsAsciiDigit) && ValueOf(cell) > MostExact) is { } large)
        {
            yield return cells.Doubt($"{cells.Place(large)}, more digits than a number keeps; where they are names, {Option}");
        }

        if (cells.Written.Any(IsDay) && cells.Numbers == 0 && cells.Written.All(cell => IsDay(cell) || !format.TryParse(cell.Text, out _)))
        {
            yield return cells.Doubt("numbers that look like dates, taken for quantities; dates are written as in 2024-01-31");
        }

        bool IsNegative(WrittenText cell) => NegativeNumber.IsInParentheses(cell.Text) && format.TryParse(cell.Text, out _);
        bool IsDay(WrittenText cell) => cell.Text.Length == 8 && AlmostDate.IsDay(ValueOf(cell));
        double ValueOf(WrittenText cell) => format.TryParse(cell.Text, out double value) ? value : 0;
        WrittenText? First(Func<WrittenText, bool> isMeant) =>
            cells.Written.Where(isMeant).OrderBy(cell => cell.FirstRow).Select(cell => (WrittenText?)cell).FirstOrDefault();
    }

    private static bool HasFewIntegers(ColumnCells cells, FormatFit fit) =>
        cells.Numbers == 0
        && cells.Written.Length is > 2 and <= MostNames + OddTexts.Most
        && ValuesOf(cells, fit) is { Count: > 2 and <= MostNames } values
        && values.Count * LeastOfName <= fit.Read
        && values.All(value => value == Math.Floor(value));

    public static HashSet<double> ValuesOf(ColumnCells cells, FormatFit fit)
    {
        HashSet<double> values = [];
        foreach (WrittenText cell in cells.Written)
        {
            if (fit.Format.TryParse(cell.Text, out double value)) values.Add(value);
        }

        return values;
    }
}
