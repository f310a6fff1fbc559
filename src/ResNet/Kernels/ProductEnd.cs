using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>What becomes of a tile's finished sums.</summary>
internal unsafe interface IProductEnd
{
    /// <summary>Takes the sums of the tile that begins with that row, at that place: row + column × rows.</summary>
    void StoreTile<TSimd, TVector, TVectors, TColumns>(
        ref TileSums<TSimd, TVector, TVectors, TColumns> sums, int row, nint place, nint rows)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
        where TVectors : struct, ICount
        where TColumns : struct, ICount;

    /// <summary>Takes one vector of sums, at that place.</summary>
    void Store<TSimd, TVector>(TVector sums, nint place)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct;

    /// <summary>All tiles one below the other have been taken, that many rows from that one on of so many columns.</summary>
    void Finish<TSimd, TVector>(int row, int height, int columns, nint place, nint rows)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct;

    /// <summary>Asks for the cache lines at that place, which are read or written soon.</summary>
    void Bring(nint place);

    /// <summary>
    /// Writes what is there already, so that other cores give up their copies of the line before the end's stores would
    /// have to wait for it: far apart, that takes a quarter of a microsecond.
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

    /// <summary>Nothing: claims were seen to gain for weights, which all lanes read in every pass.</summary>
    public void Claim(nint place)
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreTile<TSimd, TVector, TVectors, TColumns>(
        ref TileSums<TSimd, TVector, TVectors, TColumns> sums, int row, nint place, nint rows)
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

    public void Finish<TSimd, TVector>(int row, int height, int columns, nint place, nint rows)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
    }
}

/// <summary>
/// The sums are a weight's gradient, and the optimizer's update uses it up while it is near: as soon as the tiles below
/// one another are done.
/// </summary>
/// <param name="update">the update</param>
/// <param name="weight">the weight</param>
/// <param name="first">its first moments</param>
/// <param name="second">its second moments; null where the optimizer remembers one</param>
/// <param name="gradient">memory for as many of a tile's columns as are computed one after the other</param>
internal readonly unsafe struct UpdateEnd<TUpdate>(TUpdate update, float* weight, float* first, float* second, float* gradient) : IProductEnd
    where TUpdate : struct, IUpdate
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Bring(nint place)
    {
        Ahead.Bring(weight + place);
        Ahead.Bring(first + place);
        if (second != null) Ahead.Bring(second + place);
    }

    /// <summary>The weight, which all lanes read; its moments stay with the lane that updates it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Claim(nint place) => weight[place] = weight[place];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreTile<TSimd, TVector, TVectors, TColumns>(
        ref TileSums<TSimd, TVector, TVectors, TColumns> sums, int row, nint place, nint rows)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
        where TVectors : struct, ICount
        where TColumns : struct, ICount =>
        sums.Store(new SumEnd<NoRectifier> { C = gradient + row % Packing.Side }, place: 0, Packing.ColumnStride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<TSimd, TVector>(TVector sums, nint place)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct => update.Apply<TSimd, TVector>(weight + place, sums, first + place, second + place);

    public void Finish<TSimd, TVector>(int row, int height, int columns, nint place, nint rows)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        float* g = gradient + row % Packing.Side;
        for (; columns > 0; columns--)
        {
            Updates.Run<TUpdate, TSimd, TVector>(update, 0, height, weight + place, g, first + place, second + place);
            g += Packing.ColumnStride;
            place += rows;
        }
    }
}
