using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>
/// A product with a single column of B (a prediction of one sample), eight vectors of rows at a time: A is read once, column
/// by column, which takes nearly all of the time. Sums are added up in the same order as in a tile.
/// </summary>
internal static unsafe class ProductColumn<TSimd, TVector, TEnd>
    where TSimd : struct, ISimd<TVector>
    where TVector : struct
    where TEnd : struct, IProductEnd
{
    private static int Height => 8 * TSimd.Count;

    /// <summary>Computes as many rows as fill groups of eight vectors, starting at a row; returns the row after them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Rows(in ProductOperands product, in TEnd end, int row, int after)
    {
        for (; row + Height <= after; row += Height) Compute(product, end, row);
        return row;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Compute(in ProductOperands product, in TEnd end, int row)
    {
        TVector c0 = Start(product, row, 0), c1 = Start(product, row, 1), c2 = Start(product, row, 2), c3 = Start(product, row, 3);
        TVector c4 = Start(product, row, 4), c5 = Start(product, row, 5), c6 = Start(product, row, 6), c7 = Start(product, row, 7);
        float* a = product.A + row;
        float* b = product.B;
        for (int k = product.Depth; k > 0; k--)
        {
            TVector broadcast = TSimd.Broadcast(*b);
            c0 = TSimd.MultiplyAdd(TSimd.Load(a), broadcast, c0);
            c1 = TSimd.MultiplyAdd(TSimd.Load(a + TSimd.Count), broadcast, c1);
            c2 = TSimd.MultiplyAdd(TSimd.Load(a + 2 * TSimd.Count), broadcast, c2);
            c3 = TSimd.MultiplyAdd(TSimd.Load(a + 3 * TSimd.Count), broadcast, c3);
            c4 = TSimd.MultiplyAdd(TSimd.Load(a + 4 * TSimd.Count), broadcast, c4);
            c5 = TSimd.MultiplyAdd(TSimd.Load(a + 5 * TSimd.Count), broadcast, c5);
            c6 = TSimd.MultiplyAdd(TSimd.Load(a + 6 * TSimd.Count), broadcast, c6);
            c7 = TSimd.MultiplyAdd(TSimd.Load(a + 7 * TSimd.Count), broadcast, c7);
            a += product.AColumn;
            b += product.BRow;
        }

        end.Store<TSimd, TVector>(c0, row, row);
        end.Store<TSimd, TVector>(c1, row + TSimd.Count, row + TSimd.Count);
        end.Store<TSimd, TVector>(c2, row + 2 * TSimd.Count, row + 2 * TSimd.Count);
        end.Store<TSimd, TVector>(c3, row + 3 * TSimd.Count, row + 3 * TSimd.Count);
        end.Store<TSimd, TVector>(c4, row + 4 * TSimd.Count, row + 4 * TSimd.Count);
        end.Store<TSimd, TVector>(c5, row + 5 * TSimd.Count, row + 5 * TSimd.Count);
        end.Store<TSimd, TVector>(c6, row + 6 * TSimd.Count, row + 6 * TSimd.Count);
        end.Store<TSimd, TVector>(c7, row + 7 * TSimd.Count, row + 7 * TSimd.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Start(in ProductOperands product, int row, int vector) =>
        product.Start == null ? default : TSimd.Load(product.Start + row + vector * TSimd.Count);
}
