using System.Text.RegularExpressions;

namespace ResNet.Tabular;

/// <summary>Texts that a person takes for dates, but which are not read as such, since they could be read otherwise too.</summary>
internal static partial class AlmostDate
{
    /// <summary>What keeps a text from being read as a date, in words; null where it does not look like one.</summary>
    public static string? TroubleOf(string text) =>
        text.Length is < 6 or > 40 ? null
        : IsOfShortYear(text) ? "a year of two digits"
        : WithMonthName().IsMatch(text) ? "the name of a month"
        : WithIsoDay().IsMatch(text) && DateCell.OrdersOf(text, out _) == DateOrders.None ? "something else than a day and a time"
        : null;

    /// <summary>Whether a number of eight digits says a day of the years 1900 to 2100, such as 20240131.</summary>
    public static bool IsDay(double number)
    {
        if (number is not (>= 1900_01_01 and <= 2100_12_31) || number != Math.Floor(number)) return false;
        int digits = (int)number, year = digits / 10_000, month = digits / 100 % 100, day = digits % 100;
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    private static bool IsOfShortYear(string text)
    {
        Match match = WithShortYear().Match(text);
        if (!match.Success) return false;
        bool isSlash = match.Groups[2].Value == "/";
        int[] parts = [NumberIn(match.Groups[1]), NumberIn(match.Groups[3]), NumberIn(match.Groups[4])];
        bool arePadded = match.Groups[1].Length == 2 && match.Groups[3].Length == 2; // versions such as 1.2.10 are not
        return (isSlash || arePadded) && parts.Any(part => part is >= 1 and <= 12) && parts.Count(part => part is >= 1 and <= 31) >= 2;
    }

    private static int NumberIn(Group digits)
    {
        int number = 0;
        foreach (char digit in digits.ValueSpan) number = number * 10 + digit - '0';
        return number;
    }

    [GeneratedRegex(@"^(?:[A-Za-z]{3,9},? )?[12][0-9]{3}-[01][0-9]-[0-3][0-9](?:[T ][0-9]{2}:[0-9]{2}.*)?$")]
    private static partial Regex WithIsoDay();

    [GeneratedRegex(@"^([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{2})(?:[ T][0-9]{1,2}:[0-9]{2}.*)?$")]
    private static partial Regex WithShortYear();

    [GeneratedRegex(
        @"^(?:[a-z]{3,9},? )?(?:[0-9]{1,2}(?:st|nd|rd|th)?[-./ ]{0,2}"
        + @"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-./, ]{1,2}[0-9]{2,4}|"
        + @"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-./ ]{1,2}[0-9]{1,2}(?:st|nd|rd|th)?,? [0-9]{4})(?:,? .*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WithMonthName();
}
