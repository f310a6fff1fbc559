using System.Globalization;

namespace ResNet.Tabular;

/// <summary>Moments of years 1 to 9999 as days since 1970-01-01T00:00, with the time of day as their fraction.</summary>
internal static class Days
{
    private const double MillisecondsPerDay = 86_400_000;

    /// <summary>Midnight before 1 January of year 1.</summary>
    public static double First { get; } = Of(0);

    /// <summary>The last moment of year 9999.</summary>
    public static double Last { get; } = Of(DateTime.MaxValue.Ticks);

    public static bool AreInRange(double days) => days >= First && days <= Last;

    /// <summary>The days at a number of ticks of 100 ns since year 1, as <see cref="DateTime.Ticks"/> counts them.</summary>
    public static double Of(long ticks)
    {
        (long day, long time) = Math.DivRem(ticks - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerDay);
        if (time < 0) (day, time) = (day - 1, time + TimeSpan.TicksPerDay);
        return Math.Min(day + time / (double)TimeSpan.TicksPerDay, Math.BitDecrement(day + 1.0)); // not rounded into the next day
    }

    /// <summary>The moment, to the millisecond, of no time zone.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the days are not a number or beyond years 1 to 9999.</exception>
    public static DateTime Moment(double days)
    {
        if (!AreInRange(days)) throw new ArgumentOutOfRangeException(nameof(days), days, "Expected a date of years 1 to 9999.");
        long ticks = DateTime.UnixEpoch.Ticks + (long)Math.Round(days * MillisecondsPerDay) * TimeSpan.TicksPerMillisecond;
        return new DateTime(Math.Min(ticks, DateTime.MaxValue.Ticks));
    }

    /// <summary>The moment as ISO 8601, without the time of day at midnight.</summary>
    public static string Text(double days)
    {
        DateTime moment = Moment(days);
        string format = moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss";
        return moment.ToString(format, CultureInfo.InvariantCulture);
    }
}
