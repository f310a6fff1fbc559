using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace ResNet.Tabular;

/// <summary>Φ⁻¹(F(x)), with the distribution function F linear between quantiles.</summary>
/// <param name="knots">the quantiles of 0, 1/(n − 1), 2/(n − 1), …, 1</param>
internal sealed class QuantileNormal(double[] knots) : Scale
{
    public const int MostKnots = 1000;
    private const double Clip = 1e-4;

    /// <param name="sorted">the values, ascending</param>
    public static QuantileNormal Fit(double[] sorted)
    {
        int count = Math.Min(sorted.Length, MostKnots);
        double last = Math.Max(count - 1, 1);
        double[] knots =
            [.. Enumerable.Range(0, count).Select(k => SortedArrayStatistics.QuantileCustom(sorted, k / last, QuantileDefinition.R7))];
        for (int k = 1; k < count; k++) knots[k] = Math.Max(knots[k], knots[k - 1]); // interpolation may round past a neighbour
        return new(knots);
    }

    public override string Words => "by quantiles as normally distributed";

    public override float Of(double value)
    {
        double share = Math.Clamp(Share(Math.Clamp(value, knots[0], knots[^1])), Clip, 1 - Clip);
        return (float)Normal.InvCDF(0, 1, share);
    }

    public override SavedNumbers Describe(SavedNumbers column) => column with { Quantiles = knots };

    /// <summary>F(x) for an x from the first knot to the last.</summary>
    private double Share(double value)
    {
        if (knots.Length == 1) return 0.5;
        int below = LastAtMost(value), above = FirstAtLeast(value);
        double place = above <= below
            ? (above + below) / 2.0
            : below + (value - knots[below]) / (knots[above] - knots[below]);
        return place / (knots.Length - 1);
    }

    private int LastAtMost(double value) => First(knot => knot > value) - 1;

    private int FirstAtLeast(double value) => First(knot => knot >= value);

    /// <summary>Binary search for the first knot that meets a condition, which all after it meet too; their number if none does.</summary>
    private int First(Func<double, bool> condition)
    {
        int low = 0, high = knots.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (condition(knots[middle])) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
