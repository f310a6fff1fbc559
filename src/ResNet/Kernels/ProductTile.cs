using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>A number known to the just-in-time compiler, which leaves out what a smaller tile does not need.</summary>
internal interface ICount
{
    static abstract int Value { get; }
}

internal struct One : ICount { public static int Value => 1; }

internal struct Two : ICount { public static int Value => 2; }

internal struct Four : ICount { public static int Value => 4; }

internal struct Six : ICount { public static int Value => 6; }

internal struct Eight : ICount { public static int Value => 8; }

internal struct Twelve : ICount { public static int Value => 12; }

/// <summary>Whether something is done or not, known to the just-in-time compiler.</summary>
internal interface ISwitch
{
    static abstract bool IsOn { get; }
}

internal struct On : ISwitch { public static bool IsOn => true; }

internal struct Off : ISwitch { public static bool IsOn => false; }

/// <summary>
/// Tiles of a product, each held in registers while the depth runs by: one or two vectors of rows × up to twelve columns.
/// Every element is start + a₀b₀ + a₁b₁ + …, in this order, whatever the tile.
/// </summary>
internal static unsafe class ProductTile<TSimd, TVector, TVectors, TColumns, TEnd>
    where TSimd : struct, ISimd<TVector>
    where TVector : struct
    where TVectors : struct, ICount
    where TColumns : struct, ICount
    where TEnd : struct, IProductEnd
{
    /// <summary>
    /// Computes the tiles of the panels, one below the other, that begin with that column. If they copy, each packs its panel as it reads it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Compute<TCopies>(in ProductOperands product, in TEnd end, in Panels panels, int column)
        where TCopies : struct, ISwitch
    {
        TEnd own = end; // a copy that can be held in registers
        float* a = panels.A, b = product.B + column * product.BColumn, copy = panels.Copy;
        int row = panels.Row, tile = column / TColumns.Value * panels.Count;
        for (int left = panels.Count; left > 0; left--)
        {
            ComputeTile<TCopies>(product, own, a, panels.Column, b, row, column, product.Prefetch.FirstOf(tile, b), copy);
            a += panels.Next;
            row += TVectors.Value * TSimd.Count;
            tile++;
            if (TCopies.IsOn) copy += (nint)(TVectors.Value * TSimd.Count) * product.Depth;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ComputeTile<TCopies>(
        in ProductOperands product, in TEnd end, float* a, nint aColumn, float* b, int row, int column, float* prefetch, float* copy)
        where TCopies : struct, ISwitch
    {
        int height = TVectors.Value * TSimd.Count;
        nint rows = product.Rows, place = row + column * rows;
        var sums = default(TileSums<TSimd, TVector, TVectors, TColumns>);
        if (product.Start != null) sums.Load(product.Start + row + column * product.StartColumn, product.StartColumn);

        nint bRow = product.BRow, bColumn = product.BColumn, three = 3 * bColumn, prefetchStep = product.Prefetch.Step;
        int left = product.Depth;
        for (int step = 0; left >= Prefetch.Pace; left -= Prefetch.Pace, step++)
        {
            Prefetch.Far(prefetch);
            prefetch += prefetchStep;
            if (step < TColumns.Value) PrefetchAt(end, place + step * rows);

            // as many as the pace: what is done besides the sums is done once for all of them
            sums.Add<TCopies>(a, b, bColumn, three, copy);
            sums.Add<TCopies>(a + aColumn, b + bRow, bColumn, three, copy + height);
            sums.Add<TCopies>(a + 2 * aColumn, b + 2 * bRow, bColumn, three, copy + 2 * height);
            sums.Add<TCopies>(a + 3 * aColumn, b + 3 * bRow, bColumn, three, copy + 3 * height);
            a += Prefetch.Pace * aColumn;
            b += Prefetch.Pace * bRow;
            if (TCopies.IsOn) copy += Prefetch.Pace * height;
        }

        for (; left > 0; left--)
        {
            sums.Add<TCopies>(a, b, bColumn, three, copy);
            a += aColumn;
            b += bRow;
            if (TCopies.IsOn) copy += height;
        }

        end.StoreTile<TSimd, TVector, TVectors, TColumns>(ref sums, row, place, rows);
    }

    /// <summary>
    /// Brings nearer what the end will touch in that column. Of two cache lines that a vector lies across, the tile above
    /// has brought the first.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PrefetchAt(in TEnd end, nint place)
    {
        int last = TVectors.Value * TSimd.Count - 1;
        end.PrefetchAt(place + last);
        if (last >= Prefetch.Line) end.PrefetchAt(place + last - Prefetch.Line);
    }
}
