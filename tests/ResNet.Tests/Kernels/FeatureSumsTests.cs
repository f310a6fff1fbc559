namespace ResNet.Tests.Kernels;

public class FeatureSumsTests
{
    [Fact]
    public void Moments_are_added_to_those_of_other_columns_at_every_number_of_features()
    {
        Random random = new(4);
        for (int features = 1; features <= 70; features++)
        {
            float[] z = UniformDraw.Of(random, 5 * features);
            double[] sums = [.. Enumerable.Repeat(1.0, features)], squares = [.. Enumerable.Repeat(2.0, features)];
            FeatureSums.AddMoments(z, features, sums, squares);
            for (int i = 0; i < features; i++)
            {
                double[] values = [.. Enumerable.Range(0, 5).Select(j => (double)z[j * features + i])];
                sums[i].Should().BeApproximately(1 + values.Sum(), 1e-14);
                squares[i].Should().BeApproximately(2 + values.Sum(value => value * value), 1e-14);
            }
        }
    }
}
