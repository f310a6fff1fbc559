using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>A rectifier g at the end of a product: x where a sign is positive, slope · x elsewhere.</summary>
internal interface IRectifier
{
    TVector Apply<TSimd, TVector>(TVector x, nint place)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct;

    /// <summary>Prefetches the cache line at an index, which is read soon.</summary>
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

/// <summary>g(x) = max(0, x), a ReLU; NaN stays NaN.</summary>
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
/// g(x) = slope · x where the sign is not positive, a leaky ReLU or, by the sign of other values, its derivative; times a scale. Even with
/// slope 0 a NaN must stay: 0 · NaN is NaN.
/// </summary>
internal readonly unsafe struct Leak : IRectifier
{
    public float Slope { get; init; }

    /// <summary>What all is multiplied by besides.</summary>
    public float Scale { get; init; }

    /// <summary>The values whose signs decide; null for x itself.</summary>
    public float* Sign { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TSimd, TVector>(TVector x, nint place)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        x = TSimd.Multiply(x, TSimd.Broadcast(Scale));
        return TSimd.LeakWhereOff(x, Sign == null ? x : TSimd.Load(Sign + place), Slope);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PrefetchAt(nint place)
    {
        if (Sign != null) Prefetch.Near(Sign + place);
    }
}
