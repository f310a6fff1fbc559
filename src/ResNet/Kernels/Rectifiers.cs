using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>ReLU, g(x) = max(x, 0), and leaky ReLU, g(x) = max(x, s·x), with the slope s.</summary>
internal static class Rectifiers
{
    /// <summary>a = max(z, s·z). NaN stays NaN.</summary>
    public static void Apply(ReadOnlySpan<float> z, Span<float> a, float slope)
    {
        if (slope == 0)
        {
            TensorPrimitives.Max(z, 0f, a);
            return;
        }

        for (int i = 0; i < z.Length; i++) a[i] = z[i] > 0 ? z[i] : slope * z[i];
    }

    /// <summary>d ← d·g'(z) from a = g(z), which has z's sign: d where a > 0, else s·d. A NaN passes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Differentiate(ReadOnlySpan<float> a, Span<float> d, float slope)
    {
        int i = 0;
        for (; i + Vector<float>.Count <= a.Length; i += Vector<float>.Count)
        {
            var gradient = new Vector<float>(d[i..]);
            Vector<int> off = Vector.LessThanOrEqual(new Vector<float>(a[i..]), Vector<float>.Zero);
            Vector.ConditionalSelect(off, gradient * slope, gradient).CopyTo(d[i..]);
        }

        for (; i < a.Length; i++) d[i] = a[i] <= 0 ? d[i] * slope : d[i];
    }
}
