namespace ResNet.Tests.Kernels;

/// <summary>Against the formulas in double precision, with the statistics of features (batch norm) and of columns (layer norm).</summary>
public class StandardizingBackTests
{
    private const float Slope = 0.01f;

    [Fact]
    public void The_formula_holds_for_every_number_of_features_in_place_too()
    {
        foreach (RandomNorm norm in RandomNorm.Shapes)
        {
            float[] alone = [.. norm.D], completed = new float[norm.Z.Length];
            norm.Backward(Epilogue.None, alone, alone);
            norm.Backward(new Epilogue { Addend = norm.Addend, Slope = Slope, Sign = norm.Sign }, norm.D, completed);
            norm.ShouldGive(alone, norm.Centred);
            norm.ShouldGive(completed, place => (norm.Centred(place) + norm.Addend[place]) * (norm.Sign[place] > 0 ? 1 : Slope));
        }
    }

    [Fact]
    public void Sums_over_columns_are_those_of_plain_loops()
    {
        foreach (RandomNorm norm in RandomNorm.Shapes)
        {
            double[] sums = new double[norm.Features], products = new double[norm.Features];
            norm.Sums(sums, products);
            for (int i = 0; i < norm.Features; i++)
            {
                int[] places = [.. Enumerable.Range(0, norm.Columns).Select(j => j * norm.Features + i)];
                sums[i].Should().BeApproximately(places.Sum(place => (double)norm.D[place]), 1e-5);
                products[i].Should().BeApproximately(places.Sum(place => norm.D[place] * norm.Standardized(place)), 1e-5);
            }
        }
    }
}
