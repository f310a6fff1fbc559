using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Cells;

/// <summary>Random moments, written in every format, and random texts, under every culture.</summary>
public class DateFormatTests
{
    /// <summary>.NET's formats of one order, each with the ticks to which it keeps a moment.</summary>
    private static readonly (DateOrder Order, string Format, long Keeps)[] formats =
    [
        (DateOrder.YearMonthDay, "yyyy-MM-dd", TimeSpan.TicksPerDay),
        (DateOrder.YearMonthDay, "yyyy'/'M'/'d", TimeSpan.TicksPerDay),
        (DateOrder.YearMonthDay, "yyyy-MM-ddTHH:mm", TimeSpan.TicksPerMinute),
        (DateOrder.YearMonthDay, "yyyy-MM-dd HH:mm:ss", TimeSpan.TicksPerSecond),
        (DateOrder.YearMonthDay, "yyyy-MM-ddTHH:mm:ss.fffffff", 1),
        (DateOrder.YearMonthDay, "yyyy-MM-dd HH:mm:ss,fff", TimeSpan.TicksPerMillisecond),
        (DateOrder.YearMonthDay, "yyyyMMddTHHmm", TimeSpan.TicksPerMinute),
        (DateOrder.YearMonthDay, "yyyyMMddTHHmmss.fff", TimeSpan.TicksPerMillisecond),
        (DateOrder.YearMonthDay, "yyyy'/'MM'/'dd h:mm:ss tt", TimeSpan.TicksPerSecond),
        (DateOrder.DayMonthYear, "d'/'M'/'yyyy", TimeSpan.TicksPerDay),
        (DateOrder.DayMonthYear, "dd.MM.yyyy H:mm", TimeSpan.TicksPerMinute),
        (DateOrder.DayMonthYear, "d-M-yyyy HH:mm:ss.fff", TimeSpan.TicksPerMillisecond),
        (DateOrder.MonthDayYear, "M'/'d'/'yyyy", TimeSpan.TicksPerDay),
        (DateOrder.MonthDayYear, "MM-dd-yyyy h:mm tt", TimeSpan.TicksPerMinute),
        (DateOrder.MonthDayYear, "M'.'d'.'yyyy h:mm:ss.ffftt", TimeSpan.TicksPerMillisecond),
    ];

    private static readonly Arbitrary<string> almostDates = Arb.From(
        Gen.Elements("0123456789012/-.:, TZAPMampm+".ToCharArray()).ArrayOf().Select(letters => new string(letters)));

    [Property]
    public Property A_moment_is_read_from_every_format() => Prop.ForAll(Moments.Any, moment =>
    {
        foreach ((DateOrder order, string format, long keeps) in formats)
        {
            string text = moment.ToString(format, CultureInfo.InvariantCulture);
            double expected = Expected(Moments.Floor(moment, keeps));
            Cultures.Names.Select(culture => Cultures.Under(culture, () => Read(text, order))).Distinct().Should().Equal([expected], text);
            ForeignCulture.In(() => Read(text, order)).Should().Be(expected, text);
        }
    });

    [Property]
    public Property An_offset_leads_to_the_same_instant(short minutes) => Prop.ForAll(Moments.Any, moment =>
    {
        TimeSpan offset = TimeSpan.FromMinutes(minutes % (14 * 60));
        DateTime utc = Moments.Floor(moment, TimeSpan.TicksPerSecond);
        if (utc.Year is 1 or 9999) return;
        string text = new DateTimeOffset(utc, TimeSpan.Zero).ToOffset(offset)
            .ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

        DateCell.TryParse(text, DateOrder.YearMonthDay, out double days, out bool hasOffset).Should().BeTrue(text);
        hasOffset.Should().BeTrue();
        days.Should().Be(Expected(utc), text);
    });

    [Property]
    public Property What_is_nearly_a_date_is_read_or_not_but_never_thrown_at() => Prop.ForAll(almostDates, Check);

    [Property]
    public void Any_text_is_read_or_not_but_never_thrown_at(string? text) => Check(text ?? "");

    [Property]
    public Property A_date_with_one_letter_changed_is_read_or_not_but_never_thrown_at(char letter, byte place) =>
        Prop.ForAll(Moments.Any, moment =>
        {
            foreach ((_, string format, _) in formats)
            {
                char[] letters = moment.ToString(format, CultureInfo.InvariantCulture).ToCharArray();
                letters[place % letters.Length] = letter;
                Check(new string(letters));
            }
        });

    private static void Check(string text)
    {
        foreach (DateOrder order in Enum.GetValues<DateOrder>())
        {
            bool isDate = DateCell.TryParse(text, order, out double days);
            DateCell.OrdersOf(text, out _).HasFlag((DateOrders)(1 << (int)order)).Should().Be(isDate);
            if (isDate) Days.AreInRange(days).Should().BeTrue(text);
            else days.Should().Be(double.NaN);
        }
    }

    private static double Read(string text, DateOrder order) => DateCell.TryParse(text, order, out double days) ? days : double.NaN;

    /// <summary>The days of a moment by .NET's calendar.</summary>
    private static double Expected(DateTime moment)
    {
        double days = (moment.Date - DateTime.UnixEpoch).Days;
        return Math.Min(days + moment.TimeOfDay.Ticks / 864e9, Math.BitDecrement(days + 1));
    }
}
