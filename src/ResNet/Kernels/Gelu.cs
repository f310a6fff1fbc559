using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>
/// The gate of GELU: the standard normal distribution function Φ, with the density φ(z) = exp(−z²/2)/√(2π) (Hendrycks and
/// Gimpel 2016). Φ(−x) = t·P(t)·exp(−x²/2) with t = 1/(1 + 0.35x), and so one exponential serves Φ and φ. P is a polynomial
/// through the Chebyshev nodes of all x up to 13.3, where float ends; its relative error is below 4e-8.
/// </summary>
internal readonly struct Gelu : IGate
{
    private const float InverseRoot2Pi = 0.39894228040143268f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tail<TSimd, TVector>(TVector x)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct => TSimd.Multiply(Ratio<TSimd, TVector>(x), Bell<TSimd, TVector>(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Slope<TSimd, TVector>(TVector x)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        TVector difference = TSimd.MultiplyAdd(x, TSimd.Broadcast(-InverseRoot2Pi), Ratio<TSimd, TVector>(x));
        return TSimd.Multiply(difference, Bell<TSimd, TVector>(x));
    }

    /// <summary>exp(−x²/2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Bell<TSimd, TVector>(TVector x)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct =>
        Exponential.OfNegative<TSimd, TVector>(TSimd.Multiply(TSimd.Multiply(x, x), TSimd.Broadcast(-0.5f)));

    /// <summary>Φ(−x)/exp(−x²/2) = t·P(t).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Ratio<TSimd, TVector>(TVector x)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        TVector one = TSimd.Broadcast(1);
        TVector t = TSimd.Divide(one, TSimd.MultiplyAdd(x, TSimd.Broadcast(0.35f), one));
        TVector p = TSimd.Broadcast(-0.02957654329f);
        p = TSimd.MultiplyAdd(p, t, TSimd.Broadcast(0.1460690329f));
        p = TSimd.MultiplyAdd(p, t, TSimd.Broadcast(-0.2600329001f));
        p = TSimd.MultiplyAdd(p, t, TSimd.Broadcast(0.164063495f));
        p = TSimd.MultiplyAdd(p, t, TSimd.Broadcast(-0.02642269503f));
        p = TSimd.MultiplyAdd(p, t, TSimd.Broadcast(0.1068764616f));
        p = TSimd.MultiplyAdd(p, t, TSimd.Broadcast(0.1194981414f));
        p = TSimd.MultiplyAdd(p, t, TSimd.Broadcast(0.1399059745f));
        p = TSimd.MultiplyAdd(p, t, TSimd.Broadcast(0.1396190164f));
        return TSimd.Multiply(p, t);
    }
}
