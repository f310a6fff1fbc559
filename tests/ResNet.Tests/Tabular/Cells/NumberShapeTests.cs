using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Cells;

public class NumberShapeTests
{
    [Theory]
    [InlineData("1.5")]
    [InlineData("0.123")]
    [InlineData("1,234.5")]
    [InlineData("1,234,567")]
    [InlineData("12,34,567")] // lakhs
    [InlineData("1'234.50")]
    [InlineData("1’234.50")]
    [InlineData("1 234.5")]
    [InlineData("1.5e3")]
    [InlineData("-.5")]
    public void A_point_is_said(string text) => NumberShape.Of(text).Should().Be(new NumberShape(IsUnderPoint: true, IsUnderComma: false));

    [Theory]
    [InlineData("1,5")]
    [InlineData("0,123")]
    [InlineData("1234,567")]
    [InlineData("1.234,5")]
    [InlineData("1.234.567")]
    [InlineData("1'234,50")]
    [InlineData("1 234,5")]
    [InlineData("1\u00a0234,5")]
    [InlineData("1\u202f234,5")]
    [InlineData("4,310E-01")] // thousands have no exponent
    [InlineData("-,5")]
    public void A_comma_is_said(string text) => NumberShape.Of(text).Should().Be(new NumberShape(IsUnderPoint: false, IsUnderComma: true));

    [Theory]
    [InlineData("1,234", true)]
    [InlineData("-12,345", true)]
    [InlineData("1.234", false)] // a lone point is a decimal point
    [InlineData("1234", false)]
    [InlineData("1 234", false)]
    [InlineData("1'234", false)]
    public void What_could_be_either_is_ambiguous_with_a_comma(string text, bool isAmbiguous)
    {
        NumberShape.Of(text).Should().Be(new NumberShape(IsUnderPoint: true, IsUnderComma: true));
        NumberShape.IsAmbiguous(text).Should().Be(isAmbiguous);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("1.2.3")]
    [InlineData("1,2,3")]
    [InlineData("1.234,567.8")]
    [InlineData("1'234 567")]
    [InlineData("030 123 456")] // a telephone, not thousands
    [InlineData("10.0.0.1")]
    [InlineData("12:30")]
    [InlineData("1-2")]
    public void Other_texts_are_no_numbers(string text) => NumberShape.Of(text).Should().Be(new NumberShape(false, false));

    [Theory]
    [InlineData("1,234,567.5", '.', "1234567.5")]
    [InlineData("−1’234.50", '.', "-1234.50")]
    [InlineData("1.234.567,5", ',', "1234567.5")]
    [InlineData("+1\u202f234,5", ',', "+1234.5")]
    public void A_number_is_rewritten_without_groups(string text, char mark, string invariant) =>
        NumberShape.Invariant(text, mark).Should().Be(invariant);
}
