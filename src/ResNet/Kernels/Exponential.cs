using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>The exponential function in a vector register, with the same bits at every register width.</summary>
internal static class Exponential
{
    /// <summary>From here down, where 2ⁿ is nearly the smallest normal number, results are 0.</summary>
    private const float Lowest = -87;

    /// <summary>exp(x) for x ≤ 0; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector OfNegative<TSimd, TVector>(TVector x)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        TVector fraction = Parts<TSimd, TVector>(x, out TVector power);
        return TSimd.KeepWhereOn(TSimd.MultiplyAdd(fraction, power, power), AboveLowest<TSimd, TVector>(x));
    }

    /// <summary>exp(x) − 1 for x ≤ 0, without the cancellation near 0; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector OfNegativeMinusOne<TSimd, TVector>(TVector x)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        TVector fraction = Parts<TSimd, TVector>(x, out TVector power);
        TVector one = TSimd.Broadcast(1), above = AboveLowest<TSimd, TVector>(x);
        TVector value = TSimd.MultiplyAdd(fraction, power, TSimd.Subtract(power, one));
        return TSimd.Add(TSimd.KeepWhereOn(value, above), TSimd.Subtract(TSimd.KeepWhereOn(one, above), one));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector AboveLowest<TSimd, TVector>(TVector x)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct => TSimd.Subtract(x, TSimd.Broadcast(Lowest));

    /// <summary>
    /// exp(r) − 1 and 2ⁿ, for x = n·log 2 + r with n whole: exp(r) = 1 + r + r²·P(r), with a polynomial P through Chebyshev
    /// nodes, whose relative error is about 1e-8.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Parts<TSimd, TVector>(TVector x, out TVector power)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        // 1.5 · 2²³ + 127: a sum with it is rounded to a whole number, whose lowest bits are n + 127, the exponent of 2ⁿ
        TVector toWhole = TSimd.Broadcast(12582912 + 127);
        TVector shifted = TSimd.MultiplyAdd(x, TSimd.Broadcast(1.44269504f), toWhole), n = TSimd.Subtract(shifted, toWhole);

        // log 2 in two parts, the first of so few bits that n times it is exact
        TVector r = TSimd.MultiplyAdd(n, TSimd.Broadcast(-0.693359375f), x);
        r = TSimd.MultiplyAdd(n, TSimd.Broadcast(2.12194440e-4f), r);
        TVector p = TSimd.Broadcast(0.001392621347f);
        p = TSimd.MultiplyAdd(p, r, TSimd.Broadcast(0.008363202972f));
        p = TSimd.MultiplyAdd(p, r, TSimd.Broadcast(0.04166655444f));
        p = TSimd.MultiplyAdd(p, r, TSimd.Broadcast(0.1666657685f));
        p = TSimd.MultiplyAdd(p, r, TSimd.Broadcast(0.5f));
        power = TSimd.FromExponent(shifted);
        return TSimd.MultiplyAdd(TSimd.Multiply(p, r), r, r);
    }
}
