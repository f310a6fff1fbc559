using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>A rectifier g at the end of a product: x where a sign is positive, a share of x elsewhere.</summary>
internal interface IRectifier
{
    TVector Apply<TSimd, TVector>(TVector x, nint place)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct;

    /// <summary>Asks for the cache line at that place, which is read soon.</summary>
    void PrefetchAt(nint place);
}

/// <summary>g(x) = x.</summary>
internal struct NoRectifier : IRectifier
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TVector Apply<TSimd, TVector>(TVector x, nint place)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct => x;

    public readonly void PrefetchAt(nint place)
    {
    }
}

/// <summary>g(x) = max(0, x); a NaN stays.</summary>
internal struct Cut : IRectifier
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TVector Apply<TSimd, TVector>(TVector x, nint place)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct => TSimd.KeepWhereOn(x, x);

    public readonly void PrefetchAt(nint place)
    {
    }
}

/// <summary>
/// g(x) = slope · x where the sign is not positive. By another's sign a NaN must not be cut: 0 · NaN stays NaN.
/// </summary>
internal readonly unsafe struct Leak : IRectifier
{
    public float Slope { get; init; }

    /// <summary>Whose sign decides; null for x's own.</summary>
    public float* Sign { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TSimd, TVector>(TVector x, nint place)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct => TSimd.LeakWhereOff(x, Sign == null ? x : TSimd.Load(Sign + place), Slope);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PrefetchAt(nint place)
    {
        if (Sign != null) Prefetch.Near(Sign + place);
    }
}
