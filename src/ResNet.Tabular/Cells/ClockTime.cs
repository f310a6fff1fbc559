namespace ResNet.Tabular;

/// <summary>
/// Times of day in texts, as ticks of 100 ns since midnight. Seconds may have 1 to 9 decimals behind a point or a comma, of which
/// seven count. There is no second 60.
/// </summary>
internal static class ClockTime
{
    /// <summary>The hours that clocks ahead of UTC or behind it differ at most.</summary>
    private const int MostOffsetHours = 14;

    /// <summary>
    /// Takes a time as ISO 8601 writes it: <c>10:20</c>, <c>10:20:30</c> or <c>10:20:30.5</c>; <c>24:00:00</c> is the midnight that
    /// ends the day.
    /// </summary>
    /// <param name="text">where the time begins</param>
    /// <param name="separated">whether colons stand between hours, minutes and seconds; else <c>1020</c>, <c>102030.5</c></param>
    /// <param name="ticks">the time since the day's first midnight</param>
    public static bool TakeIso(ref TextCursor text, bool separated, out long ticks)
    {
        ticks = 0;
        if (!text.TakeNumber(2, out int hour) || !TakeInHour(ref text, separated, out long inHour)) return false;
        ticks = hour * TimeSpan.TicksPerHour + inHour;
        return ticks <= TimeSpan.TicksPerDay;
    }

    /// <summary>
    /// Takes the time's difference from UTC: <c>Z</c>, <c>+02:00</c>, <c>+0200</c> or <c>+02</c>, from −14 to +14 hours.
    /// </summary>
    public static bool TakeOffset(ref TextCursor text, out long ticks)
    {
        ticks = 0;
        if (text.Take('Z')) return true;
        bool isAhead = text.Take('+');
        if ((!isAhead && !text.Take('-')) || !text.TakeNumber(2, out int hours)) return false;
        int minutes = 0;
        if ((text.Take(':') || text.IsAtDigit) && !text.TakeNumber(2, out minutes)) return false;
        ticks = hours * TimeSpan.TicksPerHour + minutes * TimeSpan.TicksPerMinute;
        bool exists = minutes < 60 && ticks <= MostOffsetHours * TimeSpan.TicksPerHour;
        if (!isAhead) ticks = -ticks;
        return exists;
    }

    /// <summary>
    /// Takes a time as people write it, with one or two digits for the hour: <c>9:05</c>, <c>09:05:30.5</c>, <c>9:05 PM</c> or
    /// <c>9:05pm</c>, from 0:00 to 23:59, or from 12 (which is the first hour) to 11 with AM or PM.
    /// </summary>
    public static bool TakeCommon(ref TextCursor text, out long ticks)
    {
        ticks = 0;
        if (!text.TakeNumber(1, 2, out int hour, out _) || !TakeInHour(ref text, separated: true, out long inHour)) return false;
        bool isApart = text.Take(' '), isMorning = text.TakeLetter('A'), hasHalf = isMorning || text.TakeLetter('P');
        if (hasHalf)
        {
            if (!text.TakeLetter('M') || hour is < 1 or > 12) return false;
            hour = hour % 12 + (isMorning ? 0 : 12);
        }

        ticks = hour * TimeSpan.TicksPerHour + inHour;
        return hour < 24 && (hasHalf || !isApart);
    }

    /// <summary>Takes minutes, and seconds if there are any.</summary>
    private static bool TakeInHour(ref TextCursor text, bool separated, out long ticks)
    {
        ticks = 0;
        int second = 0;
        long fraction = 0;
        if ((separated && !text.Take(':')) || !text.TakeNumber(2, out int minute)) return false;
        if ((separated ? text.Take(':') : text.IsAtDigit) && !TakeSeconds(ref text, out second, out fraction)) return false;
        ticks = minute * TimeSpan.TicksPerMinute + second * TimeSpan.TicksPerSecond + fraction;
        return minute < 60 && second < 60;
    }

    private static bool TakeSeconds(ref TextCursor text, out int second, out long fraction)
    {
        fraction = 0;
        if (!text.TakeNumber(2, out second)) return false;
        if (!text.Take('.') && !text.Take(',')) return true;
        if (!text.TakeNumber(1, 9, out int decimals, out int digits)) return false;
        fraction = decimals;
        for (; digits < 7; digits++) fraction *= 10;
        for (; digits > 7; digits--) fraction /= 10;
        return true;
    }
}
