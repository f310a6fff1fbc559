using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>Activations z·G(z) with a gate G, GELU and SiLU, over spans. An element has the same bits wherever a span is cut.</summary>
internal static unsafe class GatedLinear
{
    private interface IStep
    {
        /// <summary>The result from z and, for a derivative, what is in its place so far.</summary>
        static abstract TVector Apply<TSimd, TVector>(TVector z, float* result)
            where TSimd : struct, ISimd<TVector>
            where TVector : struct;
    }

    /// <summary>a = z·G(z); both may be the same memory.</summary>
    public static void Apply<TGate>(ReadOnlySpan<float> z, Span<float> a)
        where TGate : struct, IGate => Run<Value<TGate>>(z, a);

    /// <summary>d ← d·(G(z) + z·G'(z)).</summary>
    public static void Differentiate<TGate>(ReadOnlySpan<float> z, Span<float> d)
        where TGate : struct, IGate => Run<Derivative<TGate>>(z, d);

    private static void Run<TStep>(ReadOnlySpan<float> z, Span<float> result)
        where TStep : struct, IStep
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(result.Length, z.Length);
        fixed (float* from = z, to = result)
        {
            int i = 0;
            if (Vector512.IsHardwareAccelerated) i = Run<TStep, Simd512, Vector512<float>>(i, z.Length, from, to);
            if (Vector256.IsHardwareAccelerated) i = Run<TStep, Simd256, Vector256<float>>(i, z.Length, from, to);
            if (Vector128.IsHardwareAccelerated) i = Run<TStep, Simd128, Vector128<float>>(i, z.Length, from, to);
            Run<TStep, SimdScalar, float>(i, z.Length, from, to);
        }
    }

    /// <summary>Goes over as many whole vectors as fit from index i on; returns the index after them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Run<TStep, TSimd, TVector>(int i, int end, float* z, float* result)
        where TStep : struct, IStep
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        for (; i + TSimd.Count <= end; i += TSimd.Count)
        {
            TSimd.Store(TStep.Apply<TSimd, TVector>(TSimd.Load(z + i), result + i), result + i);
        }

        return i;
    }

    /// <summary>z·G(z) = max(z, 0) − |z|·G(−|z|).</summary>
    private readonly struct Value<TGate> : IStep
        where TGate : struct, IGate
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TSimd, TVector>(TVector z, float* result)
            where TSimd : struct, ISimd<TVector>
            where TVector : struct
        {
            TVector x = TSimd.Abs(z), cut = TSimd.Multiply(x, TGate.Tail<TSimd, TVector>(x));
            return TSimd.Subtract(TSimd.KeepWhereOn(z, z), cut);
        }
    }

    /// <summary>d times the slope s at −|z|, or times 1 − s where z > 0.</summary>
    private readonly struct Derivative<TGate> : IStep
        where TGate : struct, IGate
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TSimd, TVector>(TVector z, float* result)
            where TSimd : struct, ISimd<TVector>
            where TVector : struct
        {
            TVector one = TSimd.Broadcast(1), s = TGate.Slope<TSimd, TVector>(TSimd.Abs(z));
            TVector negated = TSimd.LeakWhereOff(TSimd.Subtract(TSimd.Broadcast(0), s), z, -1);
            return TSimd.Multiply(TSimd.Load(result), TSimd.Add(TSimd.KeepWhereOn(one, z), negated));
        }
    }
}
