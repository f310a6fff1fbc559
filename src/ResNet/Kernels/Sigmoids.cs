using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>tanh and the logistic function σ(z) = 1/(1 + exp(−z)), with their derivatives multiplied onto a gradient d.</summary>
internal static unsafe class Sigmoids
{
    /// <summary>a = σ(z); both may be the same memory.</summary>
    public static void Logistic(ReadOnlySpan<float> z, Span<float> a) => Elements.Run<LogisticStep>(z, a);

    /// <summary>d ← d·a(1 − a) from a = σ(z).</summary>
    public static void DifferentiateLogistic(ReadOnlySpan<float> a, Span<float> d) => Elements.Run<LogisticSlope>(a, d);

    /// <summary>a = tanh z; both may be the same memory.</summary>
    public static void Tanh(ReadOnlySpan<float> z, Span<float> a) => Elements.Run<TanhStep>(z, a);

    /// <summary>d ← d·(1 − a²) from a = tanh z.</summary>
    public static void DifferentiateTanh(ReadOnlySpan<float> a, Span<float> d) => Elements.Run<TanhSlope>(a, d);

    /// <summary>The tail t at −|z|, or 1 − t where z > 0.</summary>
    private readonly struct LogisticStep : IElementStep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TSimd, TVector>(TVector z, float* result)
            where TSimd : struct, ISimd<TVector>
            where TVector : struct
        {
            TVector one = TSimd.Broadcast(1), t = Silu.Tail<TSimd, TVector>(TSimd.Abs(z));
            TVector negated = TSimd.LeakWhereOff(TSimd.Subtract(TSimd.Broadcast(0), t), z, -1);
            return TSimd.Add(TSimd.KeepWhereOn(one, z), negated);
        }
    }

    private readonly struct LogisticSlope : IElementStep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TSimd, TVector>(TVector a, float* result)
            where TSimd : struct, ISimd<TVector>
            where TVector : struct =>
            TSimd.Multiply(TSimd.Load(result), TSimd.Multiply(a, TSimd.Subtract(TSimd.Broadcast(1), a)));
    }

    /// <summary>tanh |z| = −e/(2 + e) with e = exp(−2|z|) − 1; tanh(−z) = −tanh z.</summary>
    private readonly struct TanhStep : IElementStep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TSimd, TVector>(TVector z, float* result)
            where TSimd : struct, ISimd<TVector>
            where TVector : struct
        {
            TVector e = Exponential.OfNegativeMinusOne<TSimd, TVector>(TSimd.Multiply(TSimd.Abs(z), TSimd.Broadcast(-2)));
            TVector negative = TSimd.Divide(e, TSimd.Add(e, TSimd.Broadcast(2)));
            return TSimd.Multiply(negative, TSimd.LeakWhereOff(TSimd.Broadcast(-1), z, -1));
        }
    }

    private readonly struct TanhSlope : IElementStep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TSimd, TVector>(TVector a, float* result)
            where TSimd : struct, ISimd<TVector>
            where TVector : struct =>
            TSimd.Multiply(TSimd.Load(result), TSimd.Subtract(TSimd.Broadcast(1), TSimd.Multiply(a, a)));
    }
}
