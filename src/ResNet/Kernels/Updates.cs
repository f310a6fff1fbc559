using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>Updates of consecutive weights whose gradients are in memory.</summary>
internal static unsafe class Updates
{
    /// <summary>Updates w and the moments; second moments are empty where the optimizer keeps only one.</summary>
    public static void Run<TUpdate>(in TUpdate update, Span<float> w, ReadOnlySpan<float> g, Span<float> first, Span<float> second)
        where TUpdate : struct, IUpdate
    {
        fixed (float* weight = w, gradient = g, m = first, v = second)
        {
            int i = 0;
            if (Vector512.IsHardwareAccelerated)
            {
                i = Run<TUpdate, Simd512, Vector512<float>>(update, i, w.Length, weight, gradient, m, v, weight);
            }
            if (Vector256.IsHardwareAccelerated)
            {
                i = Run<TUpdate, Simd256, Vector256<float>>(update, i, w.Length, weight, gradient, m, v, weight);
            }
            if (Vector128.IsHardwareAccelerated)
            {
                i = Run<TUpdate, Simd128, Vector128<float>>(update, i, w.Length, weight, gradient, m, v, weight);
            }
            Run<TUpdate, SimdScalar, float>(update, i, w.Length, weight, gradient, m, v, weight);
        }
    }

    /// <summary>
    /// Updates as many whole vectors as fit from index i on; returns the index after them. The new weights are written to
    /// <paramref name="to"/>, which may be w or g.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Run<TUpdate, TSimd, TVector>(
        in TUpdate update, int i, int end, float* w, float* g, float* first, float* second, float* to)
        where TUpdate : struct, IUpdate
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        TUpdate own = update; // a copy that can be held in registers
        for (; i + TSimd.Count <= end; i += TSimd.Count)
        {
            TSimd.Store(own.Apply<TSimd, TVector>(TSimd.Load(w + i), TSimd.Load(g + i), first + i, second + i), to + i);
        }

        return i;
    }
}
