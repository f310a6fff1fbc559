using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>
/// Sums over the features of one column, two at a time, in double precision and in one fixed order: eight running sums, added by halves.
/// The bits are the same for every width of the registers.
/// </summary>
internal static class ColumnSums
{
    /// <summary>Σ z and Σ z².</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (double Sum, double Square) Moments(ReadOnlySpan<float> z)
    {
        Vector512<double> sums = default, squares = default;
        int i = 0;
        for (; i + 8 <= z.Length; i += 8)
        {
            Vector512<double> x = Widen(Vector256.Create(z[i..]));
            sums += x;
            squares += x * x;
        }

        double sum = Reductions.Total(sums), square = Reductions.Total(squares);
        for (; i < z.Length; i++)
        {
            sum += z[i];
            square += (double)z[i] * z[i];
        }

        return (sum, square);
    }

    /// <summary>Σ e and Σ e·x̂, with e = γ·d and x̂ = ((z − μ₁) − μ₂)·s.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (double Sum, double Product) Gradients(
        ReadOnlySpan<float> d, ReadOnlySpan<float> gamma, ReadOnlySpan<float> z, (float Mean, float Remainder, float Inverse) statistics)
    {
        (float mean, float remainder, float inverse) = statistics;
        Vector512<double> sums = default, products = default;
        int i = 0;
        for (; i + 8 <= d.Length; i += 8)
        {
            Vector256<float> x = Vector256.Create(z[i..]) - Vector256.Create(mean) - Vector256.Create(remainder);
            Vector512<double> e = Widen(Vector256.Create(d[i..]) * Vector256.Create(gamma[i..]));
            sums += e;
            products += e * Widen(x);
        }

        double sum = Reductions.Total(sums), product = Reductions.Total(products);
        for (; i < d.Length; i++)
        {
            double e = d[i] * gamma[i];
            sum += e;
            product += e * (z[i] - mean - remainder);
        }

        return (sum, product * inverse);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Widen(Vector256<float> x)
    {
        (Vector256<double> low, Vector256<double> high) = Vector256.Widen(x);
        return Vector512.Create(low, high);
    }
}
