using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>Activations z·G(z) with a gate G, GELU and SiLU.</summary>
internal static unsafe class GatedLinear
{
    /// <summary>a = z·G(z); both may be the same memory.</summary>
    public static void Apply<TGate>(ReadOnlySpan<float> z, Span<float> a)
        where TGate : struct, IGate => Elements.Run<Value<TGate>>(z, a);

    /// <summary>d ← d·(G(z) + z·G'(z)).</summary>
    public static void Differentiate<TGate>(ReadOnlySpan<float> z, Span<float> d)
        where TGate : struct, IGate => Elements.Run<Derivative<TGate>>(z, d);

    /// <summary>z·G(z) = max(z, 0) − |z|·G(−|z|).</summary>
    private readonly struct Value<TGate> : IElementStep
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
    private readonly struct Derivative<TGate> : IElementStep
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
