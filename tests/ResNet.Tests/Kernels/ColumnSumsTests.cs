namespace ResNet.Tests.Kernels;

public class ColumnSumsTests
{
    private const int Columns = 3;

    [Fact]
    public void Sums_are_those_of_plain_loops_at_every_number_of_features()
    {
        Random random = new(1);
        for (int features = 1; features <= 100; features++)
        {
            float[] z = UniformDraw.Of(random, Columns * features), d = UniformDraw.Of(random, Columns * features);
            float[] gamma = UniformDraw.Of(random, features);
            var statistics = new Statistics([.. Enumerable.Repeat(0.25f, 16), .. new float[16], .. Enumerable.Repeat(1.5f, 48)], 16);
            double[] sums = new double[Columns], squares = new double[Columns], ofE = new double[Columns], products = new double[Columns];
            ColumnSums.Moments(z, features, sums, squares);
            ColumnSums.Gradients(d, gamma, z, statistics, ofE, products);
            for (int j = 0; j < Columns; j++)
            {
                int[] places = [.. Enumerable.Range(j * features, features)];
                sums[j].Should().BeApproximately(places.Sum(place => (double)z[place]), 1e-12);
                squares[j].Should().BeApproximately(places.Sum(place => (double)z[place] * z[place]), 1e-12);
                ofE[j].Should().BeApproximately(places.Sum(place => (double)d[place] * gamma[place % features]), 1e-5);
                products[j].Should().BeApproximately(
                    places.Sum(place => (double)d[place] * gamma[place % features] * (z[place] - 0.25) * 1.5), 1e-5);
            }
        }
    }
}
