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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compute(in ProductOperands product, int row, int column)
    {
        TVector c00 = Start(product, row, column, 0), c10 = StartLow(product, row, column, 0);
        TVector c01 = Start(product, row, column, 1), c11 = StartLow(product, row, column, 1);
        TVector c02 = Start(product, row, column, 2), c12 = StartLow(product, row, column, 2);
        TVector c03 = Start(product, row, column, 3), c13 = StartLow(product, row, column, 3);
        TVector c04 = Start(product, row, column, 4), c14 = StartLow(product, row, column, 4);
        TVector c05 = Start(product, row, column, 5), c15 = StartLow(product, row, column, 5);
        TVector c06 = Start(product, row, column, 6), c16 = StartLow(product, row, column, 6);
        TVector c07 = Start(product, row, column, 7), c17 = StartLow(product, row, column, 7);

        float* a = product.A + row;
        float* b = product.B + column * product.BColumn;
        nint aColumn = product.AColumn, bRow = product.BRow, bColumn = product.BColumn;

        for (int k = product.Depth; k > 0; k--)
        {
            TVector a0 = TSimd.Load(a);
            TVector a1 = TVectors.Value > 1 ? TSimd.Load(a + TSimd.Count) : default;
            Accumulate(a0, a1, b, ref c00, ref c10);
            if (TColumns.Value > 1) Accumulate(a0, a1, b + bColumn, ref c01, ref c11);
            if (TColumns.Value > 2) Accumulate(a0, a1, b + 2 * bColumn, ref c02, ref c12);
            if (TColumns.Value > 3) Accumulate(a0, a1, b + 3 * bColumn, ref c03, ref c13);
            if (TColumns.Value > 4) Accumulate(a0, a1, b + 4 * bColumn, ref c04, ref c14);
            if (TColumns.Value > 5) Accumulate(a0, a1, b + 5 * bColumn, ref c05, ref c15);
            if (TColumns.Value > 6) Accumulate(a0, a1, b + 6 * bColumn, ref c06, ref c16);
            if (TColumns.Value > 7) Accumulate(a0, a1, b + 7 * bColumn, ref c07, ref c17);
            a += aColumn;
            b += bRow;
        }

        Store(product, row, column, 0, c00, c10);
        Store(product, row, column, 1, c01, c11);
        Store(product, row, column, 2, c02, c12);
        Store(product, row, column, 3, c03, c13);
        Store(product, row, column, 4, c04, c14);
        Store(product, row, column, 5, c05, c15);
        Store(product, row, column, 6, c06, c16);
        Store(product, row, column, 7, c07, c17);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Start(in ProductOperands product, int row, int column, int j) =>
        j >= TColumns.Value || product.Start == null
            ? default
            : TSimd.Load(product.Start + (column + j) * product.StartColumn + row);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector StartLow(in ProductOperands product, int row, int column, int j) =>
        TVectors.Value > 1 ? Start(product, row + TSimd.Count, column, j) : default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Accumulate(TVector a0, TVector a1, float* b, ref TVector c0, ref TVector c1)
    {
        TVector broadcast = TSimd.Broadcast(*b);
        c0 = TSimd.MultiplyAdd(a0, broadcast, c0);
        if (TVectors.Value > 1) c1 = TSimd.MultiplyAdd(a1, broadcast, c1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(in ProductOperands product, int row, int column, int j, TVector c0, TVector c1)
    {
        if (j >= TColumns.Value) return;
        float* c = product.C + (column + j) * product.CColumn + row;
        TSimd.Store(c0, c);
        if (TVectors.Value > 1) TSimd.Store(c1, c + TSimd.Count);
    }
}
