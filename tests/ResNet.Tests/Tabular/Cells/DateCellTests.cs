using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Cells;

public class DateCellTests
{
    [Theory]
    [InlineData("1970-01-01", 0)]
    [InlineData("1969-12-31", -1)]
    [InlineData("2000-03-01", 11017)] // 30 years of 365 days, 7 leap days before 2000, then 31 + 29
    [InlineData("2024-02-29", 19782)]
    [InlineData("0001-01-01", -719162)]
    [InlineData("9999-12-31", 2932896)]
    [InlineData("1970-01-02T06:00", 1.25)]
    [InlineData("1970-01-02 06:00", 1.25)]
    [InlineData("1969-12-31T18:00:00", -0.25)]
    [InlineData("1970-01-01T00:01:30.000", 90 / 86400.0)]
    [InlineData("1970-01-01 00:00:00,5", 0.5 / 86400)]
    [InlineData("1970-01-01T00:00:00.1234567", 0.1234567 / 86400)]
    [InlineData("1970-01-01T00:00:00.123456789", 0.1234567 / 86400)]
    [InlineData("1970-01-01T24:00:00", 1)]
    [InlineData("1970-01-01T24:00", 1)]
    [InlineData("19700102T0600", 1.25)]
    [InlineData("19700102T060000.0", 1.25)]
    [InlineData("1970/1/2", 1)]
    [InlineData("1970/01/02 6:00 pm", 1.75)]
    public void Year_first(string text, double days) => Read(text, DateOrder.YearMonthDay).Should().Be((days, false));

    [Theory]
    [InlineData("1970-01-02T06:00Z", 1.25)]
    [InlineData("1970-01-02 06:00:00+06:00", 1)]
    [InlineData("1970-01-02T06:00:00.0-0600", 1.5)]
    [InlineData("19700102T0600-06", 1.5)]
    [InlineData("1970-01-01T00:00+14:00", -14 / 24.0)]
    public void Offsets_lead_to_utc(string text, double days)
    {
        (double Days, bool HasOffset)? read = Read(text, DateOrder.YearMonthDay);

        read!.Value.Days.Should().BeApproximately(days, 1e-15);
        read.Value.HasOffset.Should().BeTrue();
    }

    [Theory]
    [InlineData("2/1/1970", "1/2/1970", 1)]
    [InlineData("02.01.1970", "01.02.1970", 1)]
    [InlineData("2-01-1970", "1-02-1970", 1)]
    [InlineData("31/12/1969 18:00", "12/31/1969 18:00", -0.25)]
    [InlineData("2/1/1970 6:00", "1/2/1970 6:00", 1.25)]
    [InlineData("2/1/1970 06:00:00.000", "1/2/1970 06:00:00.000", 1.25)]
    [InlineData("2/1/1970 6:00:00 AM", "1/2/1970 6:00:00 AM", 1.25)]
    [InlineData("2/1/1970 12:00am", "1/2/1970 12:00am", 1)]
    [InlineData("2/1/1970 12:00 PM", "1/2/1970 12:00 PM", 1.5)]
    [InlineData("2/1/1970 11:15 PM", "1/2/1970 11:15 PM", 1.96875)]
    public void Day_or_month_first(string dayFirst, string monthFirst, double days)
    {
        Read(dayFirst, DateOrder.DayMonthYear).Should().Be((days, false));
        Read(monthFirst, DateOrder.MonthDayYear).Should().Be((days, false));
    }

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2024-02-30")]
    [InlineData("1900-02-29")]
    [InlineData("2024-13-01")]
    [InlineData("2024-00-01")]
    [InlineData("2024-01-00")]
    [InlineData("0000-01-01")]
    [InlineData("31/04/2024")]
    [InlineData("2024-01-31T24:00:01")]
    [InlineData("2024-01-31T25:00")]
    [InlineData("2024-01-31T10:60")]
    [InlineData("2024-01-31T10:20:60")]
    [InlineData("31/01/2024 24:00")]
    [InlineData("31/01/2024 13:00 PM")]
    [InlineData("31/01/2024 0:30 AM")]
    [InlineData("2024-01-31T10:20+14:01")]
    [InlineData("2024-01-31T10:20+02:60")]
    [InlineData("9999-12-31T24:00")]
    [InlineData("9999-12-31T23:00-02:00")]
    [InlineData("0001-01-01T01:00+02:00")]
    public void There_are_no_such_dates(string text) => Orders(text).Should().Be(DateOrders.None);

    [Theory]
    [InlineData("")]
    [InlineData("1.2.3")]
    [InlineData("10.20.30")]
    [InlineData("1-2")]
    [InlineData("12:30")]
    [InlineData("20240131")]
    [InlineData("2024")]
    [InlineData("2024-01")]
    [InlineData("2024-1-31")]
    [InlineData("2024.01.31")]
    [InlineData("31/01/24")]
    [InlineData("31/01-2024")]
    [InlineData("31 01 2024")]
    [InlineData("31/01/20244")]
    [InlineData("031/01/2024")]
    [InlineData("24-01-31")]
    [InlineData("2024-0131")]
    [InlineData("202401-31")]
    [InlineData("20240131 102030")]
    [InlineData("20240131T10:20")]
    [InlineData("2024-01-31T1020")]
    [InlineData("2024-01-31T10")]
    [InlineData("2024-01-31T")]
    [InlineData("2024-01-31Z")]
    [InlineData("2024-01-31t10:20")]
    [InlineData("2024-01-31T9:20")]
    [InlineData("2024-01-31  10:20")]
    [InlineData("2024-01-31T10:20:")]
    [InlineData("2024-01-31T10:20:30.")]
    [InlineData("2024-01-31T10:20:30.1234567890")]
    [InlineData("2024-01-31T10:20 PM")]
    [InlineData("2024-01-31T10:20+2")]
    [InlineData("2024-01-31T10:20+02:")]
    [InlineData("31/01/2024T10:20")]
    [InlineData("31/01/2024 10:20Z")]
    [InlineData("31/01/2024 10:20 ")]
    [InlineData("31/01/2024 10:20  AM")]
    [InlineData("31/01/2024 10 AM")]
    [InlineData("31/01/2024 10:20 XM")]
    [InlineData(" 2024-01-31")]
    [InlineData("2024-01-31 ")]
    [InlineData("-2024-01-31")]
    [InlineData("Jan 31, 2024")]
    [InlineData("۲۰۲۴-۰۱-۳۱")]
    public void This_is_text(string text) => Orders(text).Should().Be(DateOrders.None);

    [Theory]
    [InlineData("2024-01-02", DateOrders.YearMonthDay)]
    [InlineData("2024/01/02", DateOrders.YearMonthDay)]
    [InlineData("01/02/2024", DateOrders.DayMonthYear | DateOrders.MonthDayYear)]
    [InlineData("13/02/2024", DateOrders.DayMonthYear)]
    [InlineData("02/13/2024", DateOrders.MonthDayYear)]
    public void A_text_has_the_orders_that_it_can_be_read_in(string text, object orders) => Orders(text).Should().Be((DateOrders)orders);

    [Fact]
    public void The_last_moment_of_a_day_is_not_the_next_day()
    {
        Read("2024-01-31T23:59:59.9999999", DateOrder.YearMonthDay)!.Value.Days.Should().Be(Math.BitDecrement(19754.0));
        Read("9999-12-31 23:59:59.9999999", DateOrder.YearMonthDay)!.Value.Days.Should().Be(Math.BitDecrement(2932897.0));
    }

    private static DateOrders Orders(string text) => DateCell.OrdersOf(text, out _);

    private static (double Days, bool HasOffset)? Read(string text, DateOrder order) =>
        DateCell.TryParse(text, order, out double days, out bool hasOffset) ? (days, hasOffset) : null;
}
