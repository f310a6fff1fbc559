namespace ResNet.Tests.Reference;

public sealed class ErrorFunctionTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1e-10, 1.1283791670955125739e-10)]
    [InlineData(0.1, 0.11246291601828489220)]
    [InlineData(0.5, 0.52049987781304653768)]
    [InlineData(1, 0.84270079294971486934)]
    [InlineData(1.5, 0.96610514647531072707)]
    [InlineData(2, 0.99532226501895273416)]
    [InlineData(2.5, 0.99959304798255504106)]
    [InlineData(2.9999, 0.99997789557351781912)]
    [InlineData(3, 0.99997790950300141456)]
    [InlineData(3.0001, 0.99997792342412980667)]
    [InlineData(3.5, 0.99999925690162765858)]
    [InlineData(4, 0.99999998458274209972)]
    [InlineData(5, 0.99999999999846254021)]
    [InlineData(40, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    public void Erf_has_its_known_values_on_both_sides_of_zero(double x, double expected)
    {
        ErrorFunction.Erf(x).Should().BeApproximately(expected, 1e-15);
        ErrorFunction.Erf(-x).Should().BeApproximately(-expected, 1e-15);
    }

    [Fact]
    public void Erf_of_not_a_number_is_not_a_number() => ErrorFunction.Erf(double.NaN).Should().Be(double.NaN);

    [Theory]
    [InlineData(-2.2)]
    [InlineData(0)]
    [InlineData(0.7)]
    [InlineData(3.1)]
    public void The_slope_is_that_of_a_small_step(double x)
    {
        double step = (ErrorFunction.Erf(x + 1e-5) - ErrorFunction.Erf(x - 1e-5)) / 2e-5;
        ErrorFunction.Slope(x).Should().BeApproximately(step, 1e-9);
    }
}
