using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>A compile-time number: the just-in-time compiler removes the code that a smaller tile does not need.</summary>
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

/// <summary>A compile-time switch.</summary>
internal interface ISwitch
{
    static abstract bool IsOn { get; }
}

internal struct On : ISwitch { public static bool IsOn => true; }

internal struct Off : ISwitch { public static bool IsOn => false; }

/// <summary>
/// Tiles of a product. A tile is the largest part of C whose sums fit the registers: one or two vectors of rows × up to twelve
/// columns (32 × 12 with 512-bit registers). One step of the depth k loads the one or two vectors of A's column k, broadcasts
/// up to twelve values of B's row k, and multiplies and adds each pair:
/// <code>
/// C[rows, j] += A[rows, k] · B[k, j]    for all columns j of the tile, for k = 0, 1, …, depth − 1
/// </code>
/// So every element is start + a₀b₀ + a₁b₁ + …, in this order, whatever the tile. One sum's adds wait for each other; the up to
/// 24 sums of a tile are independent, which keeps the multiply-add units busy.
/// </summary>
internal static unsafe class ProductTile<TSimd, TVector, TVectors, TColumns, TEnd>
    where TSimd : struct, ISimd<TVector>
    where TVector : struct
    where TVectors : struct, ICount
    where TColumns : struct, ICount
    where TEnd : struct, IProductEnd
{
    /// <summary>
    /// Computes one tile of each panel, from top to bottom, starting at a column. With TCopies on, each packs its panel as it reads it.
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

            // four steps of the depth (Prefetch.Pace), so that prefetching and counting are done once for all of them
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
    /// Prefetches what the end will read or write in one column. Where a vector crosses two cache lines, the tile above has
    /// prefetched the first.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PrefetchAt(in TEnd end, nint place)
    {
        int last = TVectors.Value * TSimd.Count - 1;
        end.PrefetchAt(place + last);
        if (last >= Prefetch.Line) end.PrefetchAt(place + last - Prefetch.Line);
    }
}
