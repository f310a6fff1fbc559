using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>
/// Sums over the features of each of some columns, two at a time, in double precision and in one fixed order: eight running sums, added
/// by halves. The bits are the same for every width of the registers.
/// </summary>
internal static unsafe class ColumnSums
{
    /// <summary>Σ z and Σ z² of each column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Moments(ReadOnlySpan<float> z, int features, Span<double> sums, Span<double> squares)
    {
        fixed (float* first = z)
        {
            float* column = first;
            for (int j = 0; j < z.Length / features; j++, column += features)
            {
                Vector512<double> sum = default, square = default;
                int i = 0;
                for (; i + 8 <= features; i += 8)
                {
                    Vector512<double> x = Widen(Vector256.Load(column + i));
                    sum += x;
                    square += x * x;
                }

                (double s, double q) = (Reductions.Total(sum), Reductions.Total(square));
                for (; i < features; i++)
                {
                    s += column[i];
                    q += (double)column[i] * column[i];
                }

                (sums[j], squares[j]) = (s, q);
            }
        }
    }

    /// <summary>Σ e and Σ e·x̂ of each column, with e = γ·d and x̂ = ((z − μ₁) − μ₂)·s.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gradients(
        ReadOnlySpan<float> d, ReadOnlySpan<float> gamma, ReadOnlySpan<float> z, Statistics statistics,
        Span<double> sums, Span<double> products)
    {
        int features = gamma.Length, stride = statistics.Stride;
        fixed (float* firstD = d, firstZ = z, ofGamma = gamma, row = statistics.Values)
        {
            float* ofD = firstD, ofZ = firstZ;
            for (int j = 0; j < d.Length / features; j++, ofD += features, ofZ += features)
            {
                float mean = row[j], remainder = row[stride + j];
                Vector512<double> sum = default, product = default;
                int i = 0;
                for (; i + 8 <= features; i += 8)
                {
                    Vector512<double> e = Widen(Vector256.Load(ofD + i) * Vector256.Load(ofGamma + i));
                    sum += e;
                    product += e * Widen(Vector256.Load(ofZ + i) - Vector256.Create(mean) - Vector256.Create(remainder));
                }

                (double s, double p) = (Reductions.Total(sum), Reductions.Total(product));
                for (; i < features; i++)
                {
                    double e = ofD[i] * ofGamma[i];
                    s += e;
                    p += e * (ofZ[i] - mean - remainder);
                }

                (sums[j], products[j]) = (s, p * row[2 * stride + j]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Widen(Vector256<float> x)
    {
        (Vector256<double> low, Vector256<double> high) = Vector256.Widen(x);
        return Vector512.Create(low, high);
    }
}
