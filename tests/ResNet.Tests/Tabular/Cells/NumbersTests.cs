using System.Globalization;
using System.Text;
using FsCheck.Xunit;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Cells;

public class NumbersTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0.5", -0.5)]
    [InlineData("+7", 7)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5)]
    [InlineData("1e3", 1000)]
    [InlineData("0.1", 0.1)]
    [InlineData("123456789012345", 123456789012345)]
    [InlineData("16777217", 16777217)] // no float holds it
    [InlineData("0.123456789012345678", 0.123456789012345678)]
    public void A_plain_number_is_read_to_the_bit(string text, double value)
    {
        Numbers.TryParse(text, out double read).Should().BeTrue();
        read.Should().Be(value);
        Numbers.TryParse(Encoding.UTF8.GetBytes(text), out read).Should().BeTrue();
        read.Should().Be(value);
    }

    [Property]
    public void Bytes_are_read_as_letters_are(int digits, byte place, bool isNegative)
    {
        string text = Math.Abs((long)digits).ToString(CultureInfo.InvariantCulture);
        text = (isNegative ? "-" : "") + text.Insert(place % (text.Length + 1), ".");

        Numbers.TryParse(Encoding.UTF8.GetBytes(text), out double ofBytes).Should().BeTrue(text);
        ofBytes.Should().Be(double.Parse(text, CultureInfo.InvariantCulture), text);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("1,5")]
    [InlineData("1.2.3")]
    [InlineData("1-2")]
    [InlineData("12:30")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e39")]
    [InlineData("１２")]
    public void Other_texts_are_no_plain_numbers(string text)
    {
        Numbers.TryParse(text, out _).Should().BeFalse();
        Numbers.TryParse(Encoding.UTF8.GetBytes(text), out _).Should().BeFalse();
    }

    [Theory]
    [InlineData("inf", "'inf' is infinite")]
    [InlineData("+Inf", "'+Inf' is infinite")]
    [InlineData("-Infinity", "'-Infinity' is infinite")]
    [InlineData("∞", "'∞' is infinite")]
    [InlineData("1e39", "'1e39' is too large for a feature, at most 3.4e38")]
    [InlineData("-1e400", "'-1e400' is too large for a feature, at most 3.4e38")]
    public void Infinite_and_too_large_numbers_are_called_that(string text, string trouble)
    {
        Numbers.IsTooLarge(text).Should().BeTrue();
        Numbers.TroubleOf(text).Should().Be(trouble);
    }

    [Theory]
    [InlineData("3.4e38")]
    [InlineData("NaN")]
    [InlineData("info")]
    [InlineData("infinite")]
    [InlineData("")]
    public void Other_texts_are_not_too_large(string text) => Numbers.IsTooLarge(text).Should().BeFalse();
}
