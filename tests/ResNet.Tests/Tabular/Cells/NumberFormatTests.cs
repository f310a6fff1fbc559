using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Cells;

public class NumberFormatTests
{
    [Theory]
    [InlineData("12", 12)]
    [InlineData("+12.5", 12.5)]
    [InlineData("−12.5", -12.5)]
    [InlineData("(12)", -12)]
    [InlineData("1,234", 1234)]
    [InlineData("1'234.50", 1234.5)]
    [InlineData("1 234.50", 1234.5)]
    [InlineData("12\u00a0", 12)]
    [InlineData("12,34,567", 1234567)]
    public void With_a_point(string text, double value) => Read(new NumberFormat('.'), text).Should().Be(value);

    [Theory]
    [InlineData("1,5", 1.5)]
    [InlineData("1,234", 1.234)]
    [InlineData("1.5", 1.5)] // a point that parses is a decimal point
    [InlineData("1.234", 1.234)]
    [InlineData("1.234,5", 1234.5)]
    [InlineData("(1,5)", -1.5)]
    [InlineData("1\u202f234,5", 1234.5)]
    public void With_a_comma(string text, double value) => Read(new NumberFormat(','), text).Should().Be(value);

    [Theory]
    [InlineData("1.234", 1234.0)]
    [InlineData("1.234.567,5", 1234567.5)]
    [InlineData("999", 999.0)]
    [InlineData("0,5", 0.5)]
    [InlineData("0.5", null)]
    public void With_a_comma_and_points_between_thousands(string text, double? value) =>
        Read(new NumberFormat(',', HasPointGroups: true), text).Should().Be(value);

    [Theory]
    [InlineData("45%", '.', "%", 0.45)]
    [InlineData("12,5 %", ',', "%", 0.125)]
    [InlineData("-5 %", '.', "%", -0.05)]
    [InlineData("€ 12", '.', "€", 12.0)]
    [InlineData("1.234,56 €", ',', "€", 1234.56)]
    [InlineData("($5.00)", '.', "$", -5.0)]
    [InlineData("12", '.', "$", null)] // odd among dollars
    [InlineData("€12", '.', "$", null)]
    [InlineData("45", '.', "%", null)]
    [InlineData("45%", '.', "", null)]
    [InlineData("$abc1", '.', "$", null)]
    public void With_a_unit(string text, char mark, string unit, double? value) =>
        Read(new NumberFormat(mark, unit), text).Should().Be(value);

    [Fact]
    public void By_hand_an_invariant_number_comes_first_then_the_format()
    {
        var format = new NumberFormat(',', "%", HasPointGroups: true);

        ByHand(format, "1.5").Should().Be(1.5);
        ByHand(format, "1.234").Should().Be(1.234);
        ByHand(format, "1,5 %").Should().Be(0.015);
        ByHand(format, "1,5").Should().BeNull("the column is of percent");
        ByHand(new NumberFormat(','), "1,5").Should().Be(1.5);
        ByHand(new NumberFormat('.'), "1,5").Should().BeNull();
    }

    [Fact]
    public void A_number_is_the_same_under_every_culture()
    {
        foreach (string culture in Cultures.Names)
        {
            Cultures.Under(culture, () => Read(new NumberFormat(',', "€"), "1.234,5 €")).Should().Be(1234.5, culture);
            Cultures.Under(culture, () => Read(new NumberFormat('.'), "-1,234.5")).Should().Be(-1234.5, culture);
        }
    }

    private static double? Read(NumberFormat format, string text) => format.TryParse(text, out double value) ? value : null;

    private static double? ByHand(NumberFormat format, string text) =>
        format.TryParse(text, isByHand: true, out double value) ? value : null;
}
