namespace ResNet.Tabular;

/// <summary>
/// Dates and times in cells, whatever the machine's culture and time zone: of years 1 to 9999 in four digits, and nothing but the
/// date in the cell.
/// <list type="bullet">
/// <item>
/// Year first, ISO 8601: <c>2024-01-31</c>, <c>2024-01-31T10:20</c>, <c>2024-01-31 10:20:30.5</c> or <c>20240131T102030</c>, a time
/// also with an offset from UTC, as in <c>2024-01-31T10:20Z</c> or <c>2024-01-31 10:20+02:00</c>. Eight digits alone are a number.
/// </item>
/// <item>
/// Year first with slashes: <c>2024/1/31</c>; day or month first: <c>31/1/2024</c>, <c>31.01.2024</c> or <c>31-01-2024</c>. Behind
/// one blank may come a time: <c>9:05</c>, <c>09:05:30.5</c> or <c>9:05 PM</c>.
/// </item>
/// </list>
/// </summary>
internal static class DateCell
{
    /// <summary>The lengths of <c>1/1/2024</c> and <c>2024-01-31T10:20:30.123456789+02:00</c>.</summary>
    private const int Shortest = 8, Longest = 35;

    /// <summary>The days since 1970-01-01T00:00, with the time of day as their fraction.</summary>
    /// <param name="text">the whole cell</param>
    /// <param name="order">the order of year, month and day</param>
    /// <param name="days">
    /// the days: in UTC if the text has an offset, else on the clock of whoever wrote it. Rounded to a <see cref="double"/>, which is
    /// 0.2 μs or less from 1900 to 2050, and never into the next day.
    /// </param>
    /// <param name="hasOffset">whether the text has an offset from UTC; dates with and without one cannot be compared</param>
    /// <returns>whether the text is a date in this order</returns>
    public static bool TryParse(ReadOnlySpan<char> text, DateOrder order, out double days, out bool hasOffset)
    {
        (days, hasOffset) = (double.NaN, false);
        if (text.Length is < Shortest or > Longest || !char.IsAsciiDigit(text[0])) return false;
        var cursor = new TextCursor(text);
        bool isDate = order == DateOrder.YearMonthDay
            ? TakeYearFirst(ref cursor, out long ticks, out hasOffset)
            : TakeYearLast(ref cursor, order, out ticks);
        if (!isDate || !cursor.IsAtEnd || ticks < 0 || ticks > DateTime.MaxValue.Ticks)
        {
            hasOffset = false;
            return false;
        }

        days = Days.Of(ticks);
        return true;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, DateOrder, out double, out bool)"/>
    public static bool TryParse(ReadOnlySpan<char> text, DateOrder order, out double days) => TryParse(text, order, out days, out _);

    /// <summary>The orders in which a text is a date; of texts that begin with the year only one.</summary>
    /// <param name="text">the whole cell</param>
    /// <param name="hasOffset">whether the text has an offset from UTC</param>
    public static DateOrders OrdersOf(ReadOnlySpan<char> text, out bool hasOffset)
    {
        if (TryParse(text, DateOrder.YearMonthDay, out _, out hasOffset)) return DateOrders.YearMonthDay;
        return (TryParse(text, DateOrder.DayMonthYear, out _) ? DateOrders.DayMonthYear : DateOrders.None)
            | (TryParse(text, DateOrder.MonthDayYear, out _) ? DateOrders.MonthDayYear : DateOrders.None);
    }

    private static bool TakeYearFirst(ref TextCursor text, out long ticks, out bool hasOffset)
    {
        (ticks, hasOffset) = (0, false);
        if (!text.TakeNumber(4, out int year)) return false;
        if (text.Take('/'))
        {
            return TakeShort(ref text, out int number) && text.Take('/') && TakeShort(ref text, out int last)
                && TryDay(year, number, last, out ticks) && TakeCommonTime(ref text, ref ticks);
        }

        bool separated = text.Take('-');
        if (!text.TakeNumber(2, out int month) || (separated && !text.Take('-')) || !text.TakeNumber(2, out int day)) return false;
        if (!TryDay(year, month, day, out ticks)) return false;
        if (separated && text.IsAtEnd) return true;
        if (!(text.Take('T') || (separated && text.Take(' '))) || !ClockTime.TakeIso(ref text, separated, out long time)) return false;
        ticks += time;
        if (text.IsAtEnd) return true;
        hasOffset = ClockTime.TakeOffset(ref text, out long offset);
        ticks -= offset;
        return hasOffset;
    }

    private static bool TakeYearLast(ref TextCursor text, DateOrder order, out long ticks)
    {
        ticks = 0;
        if (!TakeShort(ref text, out int first)) return false;
        char separator = text.Take('/') ? '/' : text.Take('.') ? '.' : '-';
        if (separator == '-' && !text.Take('-')) return false;
        if (!TakeShort(ref text, out int second) || !text.Take(separator) || !text.TakeNumber(4, out int year)) return false;
        (int day, int month) = order == DateOrder.DayMonthYear ? (first, second) : (second, first);
        return TryDay(year, month, day, out ticks) && TakeCommonTime(ref text, ref ticks);
    }

    private static bool TakeShort(ref TextCursor text, out int number) => text.TakeNumber(1, 2, out number, out _);

    private static bool TakeCommonTime(ref TextCursor text, ref long ticks)
    {
        if (text.IsAtEnd) return true;
        if (!text.Take(' ') || !ClockTime.TakeCommon(ref text, out long time)) return false;
        ticks += time;
        return true;
    }

    private static bool TryDay(int year, int month, int day, out long ticks)
    {
        bool exists = year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        ticks = exists ? new DateTime(year, month, day).Ticks : 0;
        return exists;
    }
}
