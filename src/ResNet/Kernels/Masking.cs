using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>
/// Masks that drop elements at random: y = x·m/(1 − p), with m = 0 with probability p, else 1. Sixteen random bits decide on an
/// element, so that it is dropped with p rounded to a multiple of 2⁻¹⁶.
/// </summary>
internal static class Masking
{
    /// <summary>Elements that one number of a mask tells of, a bit each: 1 for what is kept.</summary>
    public const int Word = 32;

    private static readonly Vector512<uint> bits =
        Vector512.Create(1u, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);

    /// <summary>The numbers of a mask of so many elements.</summary>
    public static int WordsFor(int length) => (length + Word - 1) / Word;

    /// <summary>Draws a mask.</summary>
    /// <param name="random">where it is drawn from, 16 bits for each element</param>
    /// <param name="rate">p in [0, 1)</param>
    /// <param name="mask">where it is written</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Draw(RandomStream random, float rate, Span<uint> mask)
    {
        Vector512<ushort> threshold = Vector512.Create((ushort)Math.Min(MathF.Round(rate * 65536), ushort.MaxValue));
        for (int i = 0; i < mask.Length; i++)
        {
            mask[i] = (uint)Vector512.GreaterThanOrEqual(random.NextEight().AsUInt16(), threshold).ExtractMostSignificantBits();
        }
    }

    /// <summary>y = x·m/(1 − p); NaN stays NaN. Both may be the same memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(ReadOnlySpan<uint> mask, float rate, ReadOnlySpan<float> x, Span<float> y)
    {
        Vector512<float> scale = Vector512.Create(1 / (1 - rate));
        int i = 0;
        for (; i + Word <= x.Length; i += Word)
        {
            uint word = mask[i / Word];
            (Vector512.Create(x[i..]) * Factors(word, scale)).CopyTo(y[i..]);
            (Vector512.Create(x[(i + 16)..]) * Factors(word >> 16, scale)).CopyTo(y[(i + 16)..]);
        }

        for (; i < x.Length; i++) y[i] = x[i] * ((mask[i / Word] >> i % Word & 1) == 0 ? 0 : scale[0]);
    }

    /// <summary>m/(1 − p) of sixteen elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Factors(uint word, Vector512<float> scale) =>
        Vector512.AndNot(scale, Vector512.Equals(Vector512.Create(word) & bits, Vector512<uint>.Zero).AsSingle());
}
