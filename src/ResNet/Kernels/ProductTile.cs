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
    /// Computes the tiles one below the other that begin at that row and column, from panels of A that begin at
    /// <paramref name="a"/> and columns of B that begin at <paramref name="b"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compute(
        in ProductOperands product, in TEnd end, float* a, nint aPanel, nint aColumn, float* b, int panels, int row, int column)
    {
        TEnd own = end; // a copy that can be held in registers
        int tile = column / TColumns.Value * panels;
        for (; panels > 0; panels--)
        {
            ComputeTile(product, own, a, aColumn, b, row, column, product.Ahead.FirstOf(tile, b));
            a += aPanel;
            row += TVectors.Value * TSimd.Count;
            tile++;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ComputeTile(
        in ProductOperands product, in TEnd end, float* a, nint aColumn, float* b, int row, int column, float* ahead)
    {
        nint rows = product.Rows, place = row + column * rows;
        var sums = default(TileSums<TSimd, TVector, TVectors, TColumns>);
        if (product.Start != null) sums.Load(product.Start + row + column * product.StartColumn, product.StartColumn);

        nint bRow = product.BRow, bColumn = product.BColumn, three = 3 * bColumn, aheadStep = product.Ahead.Step;
        int left = product.Depth;
        for (int step = 0; left >= Ahead.Pace; left -= Ahead.Pace, step++)
        {
            Ahead.Bring(ahead);
            ahead += aheadStep;
            Prepare(step, end, place, rows);

            // as many as the pace: what is done besides the sums is done once for all of them
            sums.Add(a, b, bColumn, three);
            sums.Add(a + aColumn, b + bRow, bColumn, three);
            sums.Add(a + 2 * aColumn, b + 2 * bRow, bColumn, three);
            sums.Add(a + 3 * aColumn, b + 3 * bRow, bColumn, three);
            a += Ahead.Pace * aColumn;
            b += Ahead.Pace * bRow;
        }

        for (; left > 0; left--)
        {
            sums.Add(a, b, bColumn, three);
            a += aColumn;
            b += bRow;
        }

        end.StoreTile<TSimd, TVector, TVectors, TColumns>(ref sums, place, rows);
    }

    /// <summary>Column by column brings nearer what the end will touch, then claims what it will write.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prepare(int step, in TEnd end, nint place, nint rows)
    {
        if (step < TColumns.Value)
        {
            place += step * rows;
            end.Bring(place);
            if (TVectors.Value > 1 && TSimd.Count >= Ahead.Line) end.Bring(place + TSimd.Count);
        }
        else if (step < 2 * TColumns.Value)
        {
            place += (step - TColumns.Value) * rows;
            end.Claim(place);
            if (TVectors.Value > 1 && TSimd.Count >= Ahead.Line) end.Claim(place + TSimd.Count);
        }
    }
}
