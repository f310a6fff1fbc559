using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>
/// What standardizing needs of each feature (batch norm) or of each column (layer norm). The
/// way forward is in single precision with a mean in two parts, because one is too coarse for a small deviation far from zero; the way
/// back is in double precision, because there nearly equal numbers cancel and 1/√(σ² + ε) magnifies what is left.
/// </summary>
/// <param name="singles">for the way forward, a row of each</param>
/// <param name="doubles">for the way back, a row of each</param>
/// <param name="stride">values from one row to the next, a multiple of 16</param>
internal readonly ref struct Statistics(Span<float> singles, Span<double> doubles, int stride)
{
    /// <summary>Rows for the way forward: μ₁ and μ₂, whose sum is μ, and s = 1/√(σ² + ε).</summary>
    public const int SingleRows = 3;

    /// <summary>Rows for the way back: μ, s, −ē and −s·p, with the means ē of e and p of e·x̂.</summary>
    public const int DoubleRows = 4;

    private readonly Span<float> singles = singles;
    private readonly Span<double> doubles = doubles;

    public ReadOnlySpan<float> Singles => singles;

    public ReadOnlySpan<double> Doubles => doubles;

    /// <summary>Values from one row to the next.</summary>
    public int Stride => stride;

    /// <summary>A number of features or columns, rounded up to whole vectors.</summary>
    public static int Padded(int count) => (count + 15) / 16 * 16;

    /// <summary>The same from a feature or column on.</summary>
    public Statistics From(int first) => new(singles[first..], doubles[first..], stride);

    /// <summary>μ and s of one feature or column.</summary>
    public (double Mean, double Inverse) At(int index) => (doubles[index], doubles[stride + index]);

    /// <summary>Turns Σz into μ, and Σz² into σ², both over n values; what rounding makes negative is 0.</summary>
    /// <param name="sums">a multiple of 8 of them, as everywhere here</param>
    /// <param name="squares">as many</param>
    /// <param name="n">the values of each sum</param>
    public static void ToMoments(Span<double> sums, Span<double> squares, int n)
    {
        for (int i = 0; i < sums.Length; i += 8)
        {
            Vector512<double> mean = Vector512.Create<double>(sums[i..]) / n;
            mean.CopyTo(sums[i..]);
            Vector512.Max(Vector512<double>.Zero, Vector512.Create<double>(squares[i..]) / n - mean * mean).CopyTo(squares[i..]);
        }
    }

    /// <summary>Sets μ and s.</summary>
    public void SetMoments(ReadOnlySpan<double> means, ReadOnlySpan<double> variances, float epsilon)
    {
        for (int i = 0; i < means.Length; i += 8)
        {
            Vector512<double> mean = Vector512.Create(means[i..]);
            Vector512<double> inverse =
                Vector512<double>.One / Vector512.Sqrt(Vector512.Create(variances[i..]) + Vector512.Create((double)epsilon));
            mean.CopyTo(doubles[i..]);
            inverse.CopyTo(doubles[(stride + i)..]);
            Vector256<float> near = Narrow(mean);
            near.CopyTo(singles[i..]);
            Narrow(mean - Widen(near)).CopyTo(singles[(stride + i)..]);
            Narrow(inverse).CopyTo(singles[(2 * stride + i)..]);
        }
    }

    /// <summary>Sets −ē and −s·p from the sums of e and of e·x̂ over n values.</summary>
    public void SetGradients(ReadOnlySpan<double> sums, ReadOnlySpan<double> products, int n)
    {
        for (int i = 0; i < sums.Length; i += 8)
        {
            Vector512<double> inverse = Vector512.Create<double>(doubles[(stride + i)..]);
            (Vector512.Create(sums[i..]) / -n).CopyTo(doubles[(2 * stride + i)..]);
            (inverse * (Vector512.Create(products[i..]) / -n)).CopyTo(doubles[(3 * stride + i)..]);
        }
    }

    private static Vector256<float> Narrow(Vector512<double> x) => Vector256.Narrow(x.GetLower(), x.GetUpper());

    private static Vector512<double> Widen(Vector256<float> x)
    {
        (Vector256<double> low, Vector256<double> high) = Vector256.Widen(x);
        return Vector512.Create(low, high);
    }
}
