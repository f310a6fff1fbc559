namespace ResNet.Tabular;

/// <summary>Where moments stand in the cycles of the calendar and the clock.</summary>
internal static class DateCycles
{
    /// <summary>All parts, in the order of their features.</summary>
    public static IReadOnlyList<DatePart> Parts { get; } = Enum.GetValues<DatePart>();

    /// <summary>The part's name in features.</summary>
    public static string Name(this DatePart part) => part switch
    {
        DatePart.Month => "month",
        DatePart.Day => "day",
        DatePart.Weekday => "weekday",
        DatePart.Hour => "hour",
        _ => "minute",
    };

    /// <summary>The part as the calendar or the clock shows it: a whole number, the same throughout a month, a day, an hour ….</summary>
    public static int NumberAt(this DatePart part, DateTime moment) => part switch
    {
        DatePart.Month => moment.Month,
        DatePart.Day => moment.Day,
        DatePart.Weekday => (int)moment.DayOfWeek,
        DatePart.Hour => moment.Hour,
        _ => moment.Minute,
    };

    /// <summary>
    /// The share of the part's cycle that is over, from 0 to below 1:
    /// <list type="bullet">
    /// <item>month: (m − 1 + (d − 1)/D)/12 for day d of month m, which has D days, so that months pass into one another;</item>
    /// <item>day: (d − 1)/D, so that the last day of every month stands before the first of the next;</item>
    /// <item>weekday: 0 on Monday, 1/7 on Tuesday, … 6/7 on Sunday, the whole day long;</item>
    /// <item>hour: the time of day, with its minutes, seconds and milliseconds, by 24 hours;</item>
    /// <item>minute: the time since the hour began, with its seconds and milliseconds, by 60 minutes.</item>
    /// </list>
    /// </summary>
    public static double ShareAt(this DatePart part, DateTime moment) => part switch
    {
        DatePart.Month => (moment.Month - 1 + ShareAt(DatePart.Day, moment)) / 12,
        DatePart.Day => (moment.Day - 1) / (double)DateTime.DaysInMonth(moment.Year, moment.Month),
        DatePart.Weekday => ((int)moment.DayOfWeek + 6) % 7 / 7.0,
        DatePart.Hour => moment.TimeOfDay.Ticks / (double)TimeSpan.TicksPerDay,
        _ => moment.TimeOfDay.Ticks % TimeSpan.TicksPerHour / (double)TimeSpan.TicksPerHour,
    };
}
