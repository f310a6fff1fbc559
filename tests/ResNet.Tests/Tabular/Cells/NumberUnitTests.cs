using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Cells;

public class NumberUnitTests
{
    [Theory]
    [InlineData("45%", "45", "%")]
    [InlineData("12,5 %", "12,5", "%")]
    [InlineData("%12,5", "12,5", "%")]
    [InlineData("$1,234.50", "1,234.50", "$")]
    [InlineData("€ 12", "12", "€")]
    [InlineData("1.234,56 €", "1.234,56", "€")]
    [InlineData("12\u00a0€", "12", "€")]
    [InlineData("-$5", "-5", "$")]
    [InlineData("$-5", "-5", "$")]
    [InlineData("+5 €", "+5", "€")]
    [InlineData("($5.00)", "-5.00", "$")]
    [InlineData("$(5.00)", "-5.00", "$")]
    [InlineData("₹12", "12", "₹")]
    [InlineData("USD 12", "12", "USD")]
    [InlineData("12 eur", "12", "EUR")]
    [InlineData("R$ 1.234,56", "1.234,56", "R$")]
    [InlineData("US$5", "5", "US$")]
    [InlineData("5 kr", "5", "kr")]
    [InlineData("Rs. 500", "500", "Rs.")]
    public void A_unit_is_taken_off(string text, string number, string unit)
    {
        NumberUnit.TryTake(text, out string left, out string taken).Should().BeTrue();
        (left, taken).Should().Be((number, unit));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("-1.5")]
    [InlineData("$")]
    [InlineData("%")]
    [InlineData("EUR")]
    [InlineData("12 kg")]
    public void Texts_without_a_number_and_a_unit_are_left(string text)
    {
        NumberUnit.TryTake(text, out _, out _).Should().BeFalse();
        NumberUnit.Of(text).Should().BeNull();
    }
}
