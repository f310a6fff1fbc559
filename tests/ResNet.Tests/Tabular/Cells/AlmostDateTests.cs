using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Cells;

public class AlmostDateTests
{
    [Theory]
    [InlineData("31.12.24")]
    [InlineData("12/31/24")]
    [InlineData("1/2/24")]
    [InlineData("31-12-24")]
    [InlineData("24-12-31")]
    [InlineData("1/2/24 10:30")]
    public void Years_of_two_digits_are_not_guessed(string text) => AlmostDate.TroubleOf(text).Should().Be("a year of two digits");

    [Theory]
    [InlineData("31-Dec-2024")]
    [InlineData("31 December 2024")]
    [InlineData("Dec 31, 2024")]
    [InlineData("december 31st, 2024")]
    [InlineData("Tue, 31 Dec 2024 10:20:30 GMT")]
    public void Names_of_months_are_not_read(string text) => AlmostDate.TroubleOf(text).Should().Be("the name of a month");

    [Theory]
    [InlineData("2024-01-31 10:20:30 UTC")]
    [InlineData("Wed 2024-01-31")]
    [InlineData("2024-02-30")]
    public void Other_text_beside_a_date_is_not_dropped(string text) =>
        AlmostDate.TroubleOf(text).Should().Be("something else than a day and a time");

    [Theory]
    [InlineData("1.2.10")]
    [InlineData("10.0.0")]
    [InlineData("1-2")]
    [InlineData("12:30")]
    [InlineData("99/99/99")]
    [InlineData("2024-12-31")]
    [InlineData("2024-12-31T10:20Z")]
    [InlineData("report 2024-12-31.txt")]
    [InlineData("May")]
    [InlineData("March 5")]
    [InlineData("123 Maple Street 2024")]
    public void Other_texts_are_no_almost_dates(string text) => AlmostDate.TroubleOf(text).Should().BeNull();

    [Theory]
    [InlineData(20240131, true)]
    [InlineData(19000101, true)]
    [InlineData(20230229, false)]
    [InlineData(20241301, false)]
    [InlineData(20240100, false)]
    [InlineData(20240131.5, false)]
    [InlineData(99999999, false)]
    public void Eight_digits_may_be_a_day(double number, bool isDay) => AlmostDate.IsDay(number).Should().Be(isDay);
}
