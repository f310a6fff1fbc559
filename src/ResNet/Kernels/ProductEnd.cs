using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>What becomes of a tile's finished sums.</summary>
internal unsafe interface IProductEnd
{
    /// <summary>Takes the sums of the tile that begins at that place: row + column × rows.</summary>
    void StoreTile<TSimd, TVector, TVectors, TColumns>(ref TileSums<TSimd, TVector, TVectors, TColumns> sums, nint place, nint rows)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
        where TVectors : struct, ICount
        where TColumns : struct, ICount;

    /// <summary>Takes one vector of sums, at that place.</summary>
    void Store<TSimd, TVector>(TVector sums, nint place)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct;

    /// <summary>Asks for the cache lines at that place, which are read or written soon.</summary>
    void Bring(nint place);

    /// <summary>
    /// Writes what is there already, so that other processors give up their copies of the line while there is time: a
    /// store that has to wait for that holds up all behind it.
    /// </summary>
    void Claim(nint place);
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
    public void Bring(nint place)
    {
        Ahead.BringNearest(C + place);
        Rectifier.Bring(place);
    }

    /// <summary>Nothing: only the lane that computes these sums has them near.</summary>
    public void Claim(nint place)
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreTile<TSimd, TVector, TVectors, TColumns>(ref TileSums<TSimd, TVector, TVectors, TColumns> sums, nint place, nint rows)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
        where TVectors : struct, ICount
        where TColumns : struct, ICount => sums.Store(this, place, rows);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<TSimd, TVector>(TVector sums, nint place)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        if (Addend != null) sums = TSimd.Add(sums, TSimd.Load(Addend + place));
        TSimd.Store(Rectifier.Apply<TSimd, TVector>(sums, place), C + place);
    }
}

/// <summary>The sums are a weight's gradient, and the optimizer's update uses it up while it is near.</summary>
/// <param name="update">the update</param>
/// <param name="weight">the weight</param>
/// <param name="first">its first moments</param>
/// <param name="second">its second moments; null where the optimizer remembers one</param>
/// <param name="tile">memory for one tile</param>
internal readonly unsafe struct UpdateEnd<TUpdate>(TUpdate update, float* weight, float* first, float* second, float* tile) : IProductEnd
    where TUpdate : struct, IUpdate
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Bring(nint place)
    {
        Ahead.BringNearest(weight + place);
        Ahead.BringNearest(first + place);
        if (second != null) Ahead.BringNearest(second + place);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Claim(nint place) => weight[place] = weight[place];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreTile<TSimd, TVector, TVectors, TColumns>(ref TileSums<TSimd, TVector, TVectors, TColumns> sums, nint place, nint rows)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
        where TVectors : struct, ICount
        where TColumns : struct, ICount
    {
        sums.Store(new SumEnd<NoRectifier> { C = tile }, place: 0, TVectors.Value * TSimd.Count);
        Update<TSimd, TVector>(TVectors.Value * TSimd.Count, TColumns.Value, place, rows);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<TSimd, TVector>(TVector sums, nint place)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct => update.Apply<TSimd, TVector>(weight + place, sums, first + place, second + place);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void Update<TSimd, TVector>(int height, int columns, nint place, nint rows)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        TUpdate own = update;
        float* gradient = tile;
        for (; columns > 0; columns--)
        {
            for (int i = 0; i < height; i += TSimd.Count)
            {
                nint at = place + i;
                own.Apply<TSimd, TVector>(weight + at, TSimd.Load(gradient + i), first + at, second + at);
            }

            gradient += height;
            place += rows;
        }
    }
}
