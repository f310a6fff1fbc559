using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>
/// C = g(γ·sum + β₁ + β₂ + T), with numbers γ, β₁ and β₂ for each row. A type of its own, so that products without them do not ask for
/// them at every vector.
/// </summary>
internal readonly unsafe struct ScaledEnd<TRectifier> : IProductEnd
    where TRectifier : struct, IRectifier
{
    /// <summary>What is done with γ·sum + β₁ + β₂.</summary>
    public SumEnd<TRectifier> Sum { get; init; }

    /// <summary>γ.</summary>
    public float* Scale { get; init; }

    /// <summary>β₁.</summary>
    public float* Shift { get; init; }

    /// <summary>β₂.</summary>
    public float* Remainder { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PrefetchAt(nint place) => Sum.PrefetchAt(place);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreTile<TSimd, TVector, TVectors, TColumns>(
        ref TileSums<TSimd, TVector, TVectors, TColumns> sums, int row, nint place, nint rows)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
        where TVectors : struct, ICount
        where TColumns : struct, ICount => sums.Store(this, row, place, rows);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<TSimd, TVector>(TVector sums, nint row, nint place)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        TVector scaled = TSimd.MultiplyAdd(sums, TSimd.Load(Scale + row), TSimd.Load(Shift + row));
        Sum.Store<TSimd, TVector>(TSimd.Add(scaled, TSimd.Load(Remainder + row)), row, place);
    }

    public void Finish<TSimd, TVector>(int row, int height, int columns, nint place, nint rows)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
    }
}
