using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>What is done with a tile's finished sums.</summary>
internal unsafe interface IProductEnd
{
    /// <summary>Takes the sums of the tile whose first row and index are given; the index is row + column × rows.</summary>
    void StoreTile<TSimd, TVector, TVectors, TColumns>(
        ref TileSums<TSimd, TVector, TVectors, TColumns> sums, int row, nint place, nint rows)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
        where TVectors : struct, ICount
        where TColumns : struct, ICount;

    /// <summary>Takes one vector of sums that begins with a row, at an index.</summary>
    void Store<TSimd, TVector>(TVector sums, nint row, nint place)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct;

    /// <summary>Called when all tiles of these columns have been taken: height rows, starting at row.</summary>
    void Finish<TSimd, TVector>(int row, int height, int columns, nint place, nint rows)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct;

    /// <summary>Prefetches the cache lines at an index, which are read or written soon.</summary>
    void PrefetchAt(nint place);
}

/// <summary>C = g(sum + T).</summary>
internal readonly unsafe struct SumEnd<TRectifier> : IProductEnd
    where TRectifier : struct, IRectifier
{
    public float* C { get; init; }

    /// <summary>T; null for zero.</summary>
    public float* Addend { get; init; }

    public TRectifier Rectifier { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PrefetchAt(nint place)
    {
        Prefetch.Near(C + place);
        Rectifier.PrefetchAt(place);
    }

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
        if (Addend != null) sums = TSimd.Add(sums, TSimd.Load(Addend + place));
        TSimd.Store(Rectifier.Apply<TSimd, TVector>(sums, place), C + place);
    }

    public void Finish<TSimd, TVector>(int row, int height, int columns, nint place, nint rows)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
    }
}

/// <summary>
/// The sums are a weight's gradient, which the optimizer's update consumes while it is in the cache: as soon as all tiles of
/// the same columns are done.
/// </summary>
/// <param name="update">the update</param>
/// <param name="weight">the weight</param>
/// <param name="first">its first moments</param>
/// <param name="second">its second moments; null where the optimizer keeps only one</param>
/// <param name="gradient">memory for the gradient of one tile's columns, over a block of rows</param>
internal readonly unsafe struct UpdateEnd<TUpdate>(TUpdate update, float* weight, float* first, float* second, float* gradient)
    : IProductEnd
    where TUpdate : struct, IUpdate
{
    /// <summary>Whether new weights bypass the caches.</summary>
    public bool PastCaches { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PrefetchAt(nint place)
    {
        Prefetch.Far(weight + place);
        Prefetch.Far(first + place);
        if (second != null) Prefetch.Far(second + place);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreTile<TSimd, TVector, TVectors, TColumns>(
        ref TileSums<TSimd, TVector, TVectors, TColumns> sums, int row, nint place, nint rows)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
        where TVectors : struct, ICount
        where TColumns : struct, ICount =>
        sums.Store(new SumEnd<NoRectifier> { C = gradient + row % Packing.Side }, row: 0, place: 0, StrideOf(rows));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<TSimd, TVector>(TVector sums, nint row, nint place)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct =>
        TSimd.Store(update.Apply<TSimd, TVector>(TSimd.Load(weight + place), sums, first + place, second + place), weight + place);

    public void Finish<TSimd, TVector>(int row, int height, int columns, nint place, nint rows)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        float* g = gradient + row % Packing.Side;
        nint stride = StrideOf(rows);
        if (height == rows && stride == rows) (height, columns) = (height * columns, 1); // the columns are contiguous
        for (; columns > 0; columns--)
        {
            float* w = weight + place;
            Updates.Run<TUpdate, TSimd, TVector>(update, 0, height, w, g, first + place, second + place, PastCaches ? g : w);
            if (PastCaches) NonTemporal.Copy<TSimd, TVector>(g, w, height);
            g += stride;
            place += rows;
        }
    }

    /// <summary>From one column of sums to the next: as in the weight, if its columns fit a block and are aligned to cache lines.</summary>
    private static nint StrideOf(nint rows) => Math.Min(Packing.Side, (rows + Prefetch.Line - 1) / Prefetch.Line * Prefetch.Line);
}
