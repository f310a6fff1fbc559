namespace ResNet.Tests.Kernels;

public class ExponentialTests
{
    [Fact]
    public void Down_to_minus_87_the_result_is_within_2e_7_of_the_exponential_by_its_size()
    {
        for (float x = 0; x > -87; x -= 0.013f)
        {
            double expected = Math.Exp(x);
            ((double)Of(x)).Should().BeApproximately(expected, 2e-7 * expected, "of {0}", x);
        }

        Of(0).Should().Be(1);
    }

    [Theory]
    [InlineData(-87f)]
    [InlineData(-1e4f)]
    [InlineData(float.MinValue)]
    [InlineData(float.NegativeInfinity)]
    public void From_minus_87_down_the_result_is_0(float x) => Of(x).Should().Be(0);

    [Fact]
    public void NaN_stays_NaN() => Of(float.NaN).Should().Be(float.NaN);

    private static float Of(float x) => Exponential.OfNegative<SimdScalar, float>(x);
}
