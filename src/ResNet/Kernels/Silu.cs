using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>The gate of SiLU: the logistic function σ, of which σ' = σ(1 − σ) (Elfwing et al. 2017).</summary>
internal readonly struct Silu : IGate
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tail<TSimd, TVector>(TVector x)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        TVector exponential = Exponential.OfNegative<TSimd, TVector>(TSimd.Multiply(x, TSimd.Broadcast(-1)));
        return TSimd.Divide(exponential, TSimd.Add(exponential, TSimd.Broadcast(1)));
    }

    /// <summary>s(1 − x(1 − s)) with s = σ(−x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Slope<TSimd, TVector>(TVector x)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        TVector one = TSimd.Broadcast(1), s = Tail<TSimd, TVector>(x);
        return TSimd.Multiply(s, TSimd.Subtract(one, TSimd.Multiply(x, TSimd.Subtract(one, s))));
    }
}
