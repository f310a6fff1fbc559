using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>Sums over the features of one column, in double precision and in one fixed order: sixteen running sums, added by halves.</summary>
internal static unsafe class ColumnSums
{
    /// <summary>Σ z and Σ z².</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (double Sum, double Square) Moments(ReadOnlySpan<float> z)
    {
        Sixteen sum = default, square = default;
        fixed (float* first = z)
        {
            for (int i = 0; i < z.Length; i += Sixteen.Count)
            {
                Sixteen x = Sixteen.Load(first + i, z.Length - i);
                sum += x;
                square += x * x;
            }
        }

        return (sum.Total(), square.Total());
    }

    /// <summary>Σ e and Σ e·x̂, with e = γ·d and x̂ = (z − μ)·s.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (double Sum, double Product) Gradients(
        ReadOnlySpan<float> d, ReadOnlySpan<float> gamma, ReadOnlySpan<float> z, (double Mean, double Inverse) statistics)
    {
        Sixteen sum = default, product = default, mean = Sixteen.Broadcast(statistics.Mean);
        fixed (float* ofD = d, ofGamma = gamma, ofZ = z)
        {
            for (int i = 0; i < d.Length; i += Sixteen.Count)
            {
                int count = d.Length - i;
                Sixteen e = Sixteen.Load(ofD + i, count) * Sixteen.Load(ofGamma + i, count);
                sum += e;
                product += e * (Sixteen.Load(ofZ + i, count) - mean);
            }
        }

        return (sum.Total(), product.Total() * statistics.Inverse);
    }
}
