namespace ResNet.Tabular;

/// <summary>Digits that are names rather than numbers: postal codes, numbers of telephones and the like.</summary>
internal static class DigitCodes
{
    /// <summary>Fewer digits behind a plus are a number with a sign.</summary>
    private const int LeastOfTelephone = 8;

    /// <summary>Why a column of numbers holds codes, in words; null where it does not.</summary>
    public static string? ReasonIn(ColumnCells cells, FormatFit fit)
    {
        if (cells.Numbers > 0) return null;
        WrittenText[] read = [.. cells.Written.Where(cell => fit.Format.TryParse(cell.Text, out _))];
        if (read.Length == 0) return null;
        if (HaveLeadingZeros(read, out WrittenText zero)) return $"{cells.Place(zero)}: digits with leading zeros";
        string first = cells.Place(read.MinBy(cell => cell.FirstRow));
        if (read.All(cell => IsTelephone(cell.Text))) return $"{first}: digits as of telephones";
        return read.All(cell => NegativeNumber.IsInParentheses(cell.Text)) ? $"{first}: numbers in parentheses throughout" : null;
    }

    /// <summary>Whether numbers are digits of one length, some with leading zeros.</summary>
    public static bool HaveOneLength(IReadOnlyList<WrittenText> read, out WrittenText zero)
    {
        zero = default;
        if (read.Count == 0) return false;
        int length = read[0].Text.Length;
        if (length < 2 || !read.All(cell => cell.Text.Length == length && cell.Text.All(char.IsAsciiDigit))) return false;
        zero = read.Where(HasLeadingZero).OrderBy(cell => cell.FirstRow).FirstOrDefault();
        return zero.Text is not null;
    }

    /// <summary>Whether digits have leading zeros: all have one length, or there are more zeros than slips would make.</summary>
    private static bool HaveLeadingZeros(WrittenText[] read, out WrittenText zero)
    {
        if (HaveOneLength(read, out zero)) return true;
        if (!read.All(cell => cell.Text.All(char.IsAsciiDigit))) return false;
        WrittenText[] zeros = [.. read.Where(HasLeadingZero)];
        if (zeros.Length == 0) return false;
        zero = zeros.MinBy(cell => cell.FirstRow);
        return 100L * zeros.Sum(cell => cell.Count) > (100 - OddTexts.LeastPercent) * read.Sum(cell => (long)cell.Count);
    }

    private static bool HasLeadingZero(WrittenText cell) => cell.Text is ['0', _, ..];

    /// <summary>A plus and many digits, or three groups of three digits and more.</summary>
    private static bool IsTelephone(string text)
    {
        string[] groups = text.TrimStart('+').Split(' ');
        if (!groups.All(group => group.All(char.IsAsciiDigit))) return false;
        return text[0] == '+'
            ? groups.Sum(group => group.Length) >= LeastOfTelephone
            : groups.Length > 2 && groups.All(group => group.Length == 3);
    }
}
