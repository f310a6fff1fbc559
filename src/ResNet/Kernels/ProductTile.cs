using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>A number known to the just-in-time compiler, which leaves out what a smaller tile does not need.</summary>
internal interface ICount
{
    static abstract int Value { get; }
}

internal struct One : ICount { public static int Value => 1; }

internal struct Two : ICount { public static int Value => 2; }

internal struct Three : ICount { public static int Value => 3; }

internal struct Four : ICount { public static int Value => 4; }

internal struct Five : ICount { public static int Value => 5; }

internal struct Six : ICount { public static int Value => 6; }

internal struct Seven : ICount { public static int Value => 7; }

internal struct Eight : ICount { public static int Value => 8; }

/// <summary>
/// One tile of a product, held in registers while the depth runs by: one or two vectors of rows × up to eight columns.
/// Every element is start + a₀b₀ + a₁b₁ + …, in this order, whatever the tile.
/// </summary>
internal static unsafe class ProductTile<TSimd, TVector, TVectors, TColumns>
    where TSimd : struct, ISimd<TVector>
    where TVector : struct
    where TVectors : struct, ICount
    where TColumns : struct, ICount
{
    /// <summary>Computes the tile that begins at that row and column of C, from rows of A that begin at <paramref name="a"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compute(in ProductOperands product, float* a, nint aColumn, float* b, int row, int column)
    {
        TVector c00 = default, c01 = default, c02 = default, c03 = default, c04 = default, c05 = default, c06 = default, c07 = default;
        TVector c10 = default, c11 = default, c12 = default, c13 = default, c14 = default, c15 = default, c16 = default, c17 = default;
        if (product.Start != null)
        {
            nint startColumn = product.StartColumn;
            float* start = product.Start + row + column * startColumn;
            Load(ref start, startColumn, 0, ref c00, ref c10);
            Load(ref start, startColumn, 1, ref c01, ref c11);
            Load(ref start, startColumn, 2, ref c02, ref c12);
            Load(ref start, startColumn, 3, ref c03, ref c13);
            Load(ref start, startColumn, 4, ref c04, ref c14);
            Load(ref start, startColumn, 5, ref c05, ref c15);
            Load(ref start, startColumn, 6, ref c06, ref c16);
            Load(ref start, startColumn, 7, ref c07, ref c17);
        }

        // four columns from each of two pointers, so that every address is a pointer and one of two strides
        nint bRow = product.BRow, bColumn = product.BColumn, three = 3 * bColumn;
        float* b4 = b + 4 * bColumn;
        for (int k = product.Depth; k > 0; k--)
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
            a += aColumn;
            b += bRow;
            b4 += bRow;
        }

        float* c = product.C + row + column * product.CColumn;
        if (product.Addend == null && product.Rectification == Rectification.None)
        {
            nint cColumn = product.CColumn;
            Store(ref c, cColumn, 0, c00, c10);
            Store(ref c, cColumn, 1, c01, c11);
            Store(ref c, cColumn, 2, c02, c12);
            Store(ref c, cColumn, 3, c03, c13);
            Store(ref c, cColumn, 4, c04, c14);
            Store(ref c, cColumn, 5, c05, c15);
            Store(ref c, cColumn, 6, c06, c16);
            Store(ref c, cColumn, 7, c07, c17);
            return;
        }

        float* addend = product.Addend + row + column * product.AddendColumn;
        float* sign = product.Sign + row + column * product.SignColumn;
        Finish(product, 0, c00, c10, ref c, ref addend, ref sign);
        Finish(product, 1, c01, c11, ref c, ref addend, ref sign);
        Finish(product, 2, c02, c12, ref c, ref addend, ref sign);
        Finish(product, 3, c03, c13, ref c, ref addend, ref sign);
        Finish(product, 4, c04, c14, ref c, ref addend, ref sign);
        Finish(product, 5, c05, c15, ref c, ref addend, ref sign);
        Finish(product, 6, c06, c16, ref c, ref addend, ref sign);
        Finish(product, 7, c07, c17, ref c, ref addend, ref sign);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load(ref float* source, nint column, int j, ref TVector c0, ref TVector c1)
    {
        if (j >= TColumns.Value) return;
        c0 = TSimd.Load(source);
        if (TVectors.Value > 1) c1 = TSimd.Load(source + TSimd.Count);
        source += column;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Accumulate(TVector a0, TVector a1, float* b, ref TVector c0, ref TVector c1)
    {
        TVector broadcast = TSimd.Broadcast(*b);
        c0 = TSimd.MultiplyAdd(a0, broadcast, c0);
        if (TVectors.Value > 1) c1 = TSimd.MultiplyAdd(a1, broadcast, c1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float* c, nint column, int j, TVector c0, TVector c1)
    {
        if (j >= TColumns.Value) return;
        TSimd.Store(c0, c);
        if (TVectors.Value > 1) TSimd.Store(c1, c + TSimd.Count);
        c += column;
    }

    /// <summary>g(c + T) for one column of the tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(
        in ProductOperands product, int j, TVector c0, TVector c1, ref float* c, ref float* addend, ref float* sign)
    {
        if (j >= TColumns.Value) return;
        TSimd.Store(Finish(product, c0, addend, sign), c);
        if (TVectors.Value > 1) TSimd.Store(Finish(product, c1, addend + TSimd.Count, sign + TSimd.Count), c + TSimd.Count);
        c += product.CColumn;
        addend += product.AddendColumn;
        sign += product.SignColumn;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Finish(in ProductOperands product, TVector value, float* addend, float* sign)
    {
        if (product.Addend != null) value = TSimd.Add(value, TSimd.Load(addend));
        if (product.Rectification == Rectification.None) return value;
        TVector signs = product.Sign == null ? value : TSimd.Load(sign);
        return product.Rectification == Rectification.Cuts
            ? TSimd.KeepWhereOn(value, signs)
            : TSimd.LeakWhereOff(value, signs, product.Slope);
    }
}
