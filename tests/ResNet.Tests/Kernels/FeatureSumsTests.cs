namespace ResNet.Tests.Kernels;

public class FeatureSumsTests
{
    [Fact]
    public void Moments_are_those_of_plain_loops_at_every_number_of_features_and_columns()
    {
        Random random = new(4);
        for (int features = 1; features <= 70; features++)
        {
            int columns = 3 * features % 41 + 1;
            float[] z = UniformDraw.Of(random, columns * features);
            double[] sums = new double[features], squares = new double[features];
            FeatureSums.Moments(z, features, sums, squares);
            for (int i = 0; i < features; i++)
            {
                double[] values = [.. Enumerable.Range(0, columns).Select(j => (double)z[j * features + i])];
                sums[i].Should().BeApproximately(values.Sum(), 1e-13);
                squares[i].Should().BeApproximately(values.Sum(value => value * value), 1e-13);
            }
        }
    }
}
