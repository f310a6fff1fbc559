using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>Masks that drop elements at random.</summary>
internal static class Masking
{
    /// <summary>y = x·m/(1 − p), with m = 0 with probability p, else 1; NaN stays NaN. Both may be the same memory.</summary>
    /// <param name="random">where the mask is drawn from, 32 bits for each element</param>
    /// <param name="rate">p in [0, 1)</param>
    /// <param name="x">the elements</param>
    /// <param name="y">where the results are written</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(RandomStream random, float rate, ReadOnlySpan<float> x, Span<float> y)
    {
        Vector512<uint> threshold = Vector512.Create((uint)(rate * 4294967296.0));
        Vector512<float> scale = Vector512.Create(1 / (1 - rate));
        int i = 0;
        for (; i + 16 <= x.Length; i += 16) (Vector512.Create(x[i..]) * Factors(ref random, threshold, scale)).CopyTo(y[i..]);
        if (i == x.Length) return;

        Span<float> tail = stackalloc float[16];
        tail.Clear();
        x[i..].CopyTo(tail);
        (Vector512.Create<float>(tail) * Factors(ref random, threshold, scale)).CopyTo(tail);
        tail[..(x.Length - i)].CopyTo(y[i..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Factors(ref RandomStream random, Vector512<uint> threshold, Vector512<float> scale) =>
        Vector512.BitwiseAnd(Vector512.GreaterThanOrEqual(random.NextEight().AsUInt32(), threshold).AsSingle(), scale);
}
