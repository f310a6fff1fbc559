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
/// One tile of a product, held in registers while the depth runs by: one or two vectors of rows × up to twelve columns.
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
    /// Computes the tile that begins at that row and column, from rows of A that begin at <paramref name="a"/> and columns
    /// of B that begin at <paramref name="b"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compute(
        in ProductOperands product, in TEnd end, float* a, nint aColumn, float* b, int row, int column, float* ahead)
    {
        TEnd own = end; // a copy that can be held in registers
        nint rows = product.Rows, place = row + column * rows;
        TVector c00 = default, c01 = default, c02 = default, c03 = default, c04 = default, c05 = default;
        TVector c06 = default, c07 = default, c08 = default, c09 = default, c0a = default, c0b = default;
        TVector c10 = default, c11 = default, c12 = default, c13 = default, c14 = default, c15 = default;
        TVector c16 = default, c17 = default, c18 = default, c19 = default, c1a = default, c1b = default;
        if (product.Start != null)
        {
            nint startColumn = product.StartColumn;
            float* start = product.Start + row + column * startColumn;
            Load(0, ref start, startColumn, ref c00, ref c10);
            Load(1, ref start, startColumn, ref c01, ref c11);
            Load(2, ref start, startColumn, ref c02, ref c12);
            Load(3, ref start, startColumn, ref c03, ref c13);
            Load(4, ref start, startColumn, ref c04, ref c14);
            Load(5, ref start, startColumn, ref c05, ref c15);
            Load(6, ref start, startColumn, ref c06, ref c16);
            Load(7, ref start, startColumn, ref c07, ref c17);
            Load(8, ref start, startColumn, ref c08, ref c18);
            Load(9, ref start, startColumn, ref c09, ref c19);
            Load(10, ref start, startColumn, ref c0a, ref c1a);
            Load(11, ref start, startColumn, ref c0b, ref c1b);
        }

        // four columns from each of three pointers, so that every address is a pointer and one of two strides
        nint bRow = product.BRow, bColumn = product.BColumn, three = 3 * bColumn, aheadStep = product.Ahead.Step;
        float* b4 = b + 4 * bColumn, b8 = b + 8 * bColumn;
        for (int left = product.Depth, step = 0; left > 0; left -= Ahead.Pace, step++)
        {
            Ahead.Bring(ahead);
            ahead += aheadStep;
            Prepare(step, own, place, rows);
            for (int k = Math.Min(left, Ahead.Pace); k > 0; k--)
            {
                TVector a0 = TSimd.Load(a);
                TVector a1 = TVectors.Value > 1 ? TSimd.Load(a + TSimd.Count) : default;
                Accumulate(a0, a1, b, ref c00, ref c10);
                if (TColumns.Value > 1) Accumulate(a0, a1, b + bColumn, ref c01, ref c11);
                if (TColumns.Value > 2) Accumulate(a0, a1, b + 2 * bColumn, ref c02, ref c12);
                if (TColumns.Value > 3) Accumulate(a0, a1, b + three, ref c03, ref c13);
                if (TColumns.Value > 4) Accumulate(a0, a1, b4, ref c04, ref c14);
                if (TColumns.Value > 5) Accumulate(a0, a1, b4 + bColumn, ref c05, ref c15);
                if (TColumns.Value > 6) Accumulate(a0, a1, b4 + 2 * bColumn, ref c06, ref c16);
                if (TColumns.Value > 7) Accumulate(a0, a1, b4 + three, ref c07, ref c17);
                if (TColumns.Value > 8) Accumulate(a0, a1, b8, ref c08, ref c18);
                if (TColumns.Value > 9) Accumulate(a0, a1, b8 + bColumn, ref c09, ref c19);
                if (TColumns.Value > 10) Accumulate(a0, a1, b8 + 2 * bColumn, ref c0a, ref c1a);
                if (TColumns.Value > 11) Accumulate(a0, a1, b8 + three, ref c0b, ref c1b);
                a += aColumn;
                b += bRow;
                b4 += bRow;
                b8 += bRow;
            }
        }

        Store(0, own, ref place, rows, c00, c10);
        Store(1, own, ref place, rows, c01, c11);
        Store(2, own, ref place, rows, c02, c12);
        Store(3, own, ref place, rows, c03, c13);
        Store(4, own, ref place, rows, c04, c14);
        Store(5, own, ref place, rows, c05, c15);
        Store(6, own, ref place, rows, c06, c16);
        Store(7, own, ref place, rows, c07, c17);
        Store(8, own, ref place, rows, c08, c18);
        Store(9, own, ref place, rows, c09, c19);
        Store(10, own, ref place, rows, c0a, c1a);
        Store(11, own, ref place, rows, c0b, c1b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load(int j, ref float* source, nint column, ref TVector c0, ref TVector c1)
    {
        if (j >= TColumns.Value) return;
        c0 = TSimd.Load(source);
        if (TVectors.Value > 1) c1 = TSimd.Load(source + TSimd.Count);
        source += column;
    }

    /// <summary>Column by column brings nearer what the end will touch, then claims what it will write.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prepare(int step, in TEnd end, nint place, nint rows)
    {
        if (step < TColumns.Value)
        {
            place += step * rows;
            end.Bring(place);
            if (TVectors.Value > 1) end.Bring(place + TSimd.Count);
        }
        else if (step < 2 * TColumns.Value)
        {
            place += (step - TColumns.Value) * rows;
            end.Claim(place);
            if (TVectors.Value > 1) end.Claim(place + TSimd.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Accumulate(TVector a0, TVector a1, float* b, ref TVector c0, ref TVector c1)
    {
        TVector broadcast = TSimd.Broadcast(*b);
        c0 = TSimd.MultiplyAdd(a0, broadcast, c0);
        if (TVectors.Value > 1) c1 = TSimd.MultiplyAdd(a1, broadcast, c1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(int j, in TEnd end, ref nint place, nint rows, TVector c0, TVector c1)
    {
        if (j >= TColumns.Value) return;
        end.Store<TSimd, TVector>(c0, place);
        if (TVectors.Value > 1) end.Store<TSimd, TVector>(c1, place + TSimd.Count);
        place += rows;
    }
}
