using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>
/// What standardizing needs of each feature (batch norm) or of each column (layer norm), a row of each: μ₁ and μ₂, whose sum is μ, since
/// one number is too coarse for a small deviation far from zero; s = 1/√(σ² + ε); and on the way back −ē and −s·p, with the means ē of e
/// and p of e·x̂.
/// </summary>
/// <param name="rows">one row after the other</param>
/// <param name="stride">values from one row to the next, a multiple of 16</param>
internal readonly ref struct Statistics(Span<float> rows, int stride)
{
    public const int Rows = 5;

    private readonly Span<float> rows = rows;

    public ReadOnlySpan<float> Values => rows;

    /// <summary>Values from one row to the next.</summary>
    public int Stride => stride;

    /// <summary>A number of features or columns, rounded up to whole vectors.</summary>
    public static int Padded(int count) => (count + 15) / 16 * 16;

    /// <summary>The same from a feature or column on.</summary>
    public Statistics From(int first) => new(rows[first..], stride);

    /// <summary>One row's number of one feature or column.</summary>
    public float At(int row, int index) => rows[row * stride + index];

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
            Vector256<float> near = Narrow(mean);
            near.CopyTo(rows[i..]);
            Narrow(mean - Widen(near)).CopyTo(rows[(stride + i)..]);
            Narrow(inverse).CopyTo(rows[(2 * stride + i)..]);
        }
    }

    /// <summary>Sets −ē and −s·p from the sums of e and of e·x̂ over n values.</summary>
    public void SetGradients(ReadOnlySpan<double> sums, ReadOnlySpan<double> products, int n)
    {
        for (int i = 0; i < sums.Length; i += 8)
        {
            Vector512<double> inverse = Widen(Vector256.Create<float>(rows[(2 * stride + i)..]));
            Narrow(Vector512.Create(sums[i..]) / -n).CopyTo(rows[(3 * stride + i)..]);
            Narrow(inverse * (Vector512.Create(products[i..]) / -n)).CopyTo(rows[(4 * stride + i)..]);
        }
    }

    private static Vector256<float> Narrow(Vector512<double> x) => Vector256.Narrow(x.GetLower(), x.GetUpper());

    private static Vector512<double> Widen(Vector256<float> x)
    {
        (Vector256<double> low, Vector256<double> high) = Vector256.Widen(x);
        return Vector512.Create(low, high);
    }
}
