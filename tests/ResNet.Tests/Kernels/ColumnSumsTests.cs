namespace ResNet.Tests.Kernels;

public class ColumnSumsTests
{
    [Fact]
    public void Sums_are_those_of_plain_loops_at_every_length()
    {
        Random random = new(1);
        for (int length = 0; length <= 100; length++)
        {
            float[] z = UniformDraw.Of(random, length), d = UniformDraw.Of(random, length), gamma = UniformDraw.Of(random, length);
            (double sum, double square) = ColumnSums.Moments(z);
            sum.Should().BeApproximately(z.Sum(value => (double)value), 1e-12);
            square.Should().BeApproximately(z.Sum(value => (double)value * value), 1e-12);

            (sum, double product) = ColumnSums.Gradients(d, gamma, z, (0.25f, 0.001f, 1.5f));
            sum.Should().BeApproximately(d.Zip(gamma, (x, y) => (double)x * y).Sum(), 1e-6);
            product.Should().BeApproximately(Enumerable.Range(0, length).Sum(i => (double)d[i] * gamma[i] * (z[i] - 0.251) * 1.5), 1e-5);
        }
    }
}
