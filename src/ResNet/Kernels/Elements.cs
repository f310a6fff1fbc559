using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>The loop over the elements of spans; an element has the same bits wherever a span is cut.</summary>
internal static unsafe class Elements
{
    /// <summary>Both spans may be the same memory.</summary>
    public static void Run<TStep>(ReadOnlySpan<float> x, Span<float> result)
        where TStep : struct, IElementStep
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(result.Length, x.Length);
        fixed (float* from = x, to = result)
        {
            int i = 0;
            if (Vector512.IsHardwareAccelerated) i = Run<TStep, Simd512, Vector512<float>>(i, x.Length, from, to);
            if (Vector256.IsHardwareAccelerated) i = Run<TStep, Simd256, Vector256<float>>(i, x.Length, from, to);
            if (Vector128.IsHardwareAccelerated) i = Run<TStep, Simd128, Vector128<float>>(i, x.Length, from, to);
            Run<TStep, SimdScalar, float>(i, x.Length, from, to);
        }
    }

    /// <summary>Goes over as many whole vectors as fit from index i on; returns the index after them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Run<TStep, TSimd, TVector>(int i, int end, float* x, float* result)
        where TStep : struct, IElementStep
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        for (; i + TSimd.Count <= end; i += TSimd.Count)
        {
            TSimd.Store(TStep.Apply<TSimd, TVector>(TSimd.Load(x + i), result + i), result + i);
        }

        return i;
    }
}
