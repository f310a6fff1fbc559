using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>
/// How a product is cut up: into blocks of rows and runs of the depth that fit the memory for packing, these into panels
/// of one or two vectors of rows, and these into tiles.
/// </summary>
internal static unsafe class ProductBlocks
{
    /// <summary>From so many columns on, packing A takes less time than it saves.</summary>
    private const int WorthPacking = 24;

    /// <summary>Rows of B from so many values on push one another out of the nearest cache.</summary>
    private const int LongRow = 256;

    /// <summary>Columns of B that lie a multiple of this apart, 4 KiB, have one place in the nearest cache for all.</summary>
    private const int SamePlace = 1024;

    /// <summary>Computes all tiles of those rows; sums that do not fit one run are kept in <paramref name="sums"/> in the meantime.</summary>
    public static void Multiply<TEnd>(in ProductOperands product, in TEnd end, float* sums, Slice rows)
        where TEnd : struct, IProductEnd
    {
        for (int row = rows.First; row < rows.End; row += Packing.Side)
        {
            int after = Math.Min(row + Packing.Side, rows.End);
            int k = 0;
            for (; k + Packing.Depth < product.Depth; k += Packing.Depth)
            {
                ProductOperands run = product.Run(k, Packing.Depth, sums);
                run.Ahead = product.BlockAt(row, k + Packing.Depth);
                Add(run, new SumEnd<NoRectifier> { C = sums }, row, after);
            }

            ProductOperands last = product.Run(k, product.Depth - k, sums);
            if (after < rows.End) last.Ahead = product.BlockAt(after, 0);
            Add(last, end, row, after);
        }
    }

    /// <summary>The widest registers take as many rows as fill them; what is left is for narrower ones.</summary>
    private static void Add<TEnd>(in ProductOperands product, in TEnd end, int row, int after)
        where TEnd : struct, IProductEnd
    {
        if (Vector512.IsHardwareAccelerated) row = Rows<Simd512, Vector512<float>, Twelve, TEnd>(product, end, row, after);
        if (Vector256.IsHardwareAccelerated) row = Rows<Simd256, Vector256<float>, Six, TEnd>(product, end, row, after);
        if (Vector128.IsHardwareAccelerated) row = Rows<Simd128, Vector128<float>, Six, TEnd>(product, end, row, after);
        Rows<SimdScalar, float, Six, TEnd>(product, end, row, after);
    }

    private static int Rows<TSimd, TVector, TColumns, TEnd>(in ProductOperands product, in TEnd end, int row, int after)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
        where TColumns : struct, ICount
        where TEnd : struct, IProductEnd
    {
        if (product.Columns == 1 && product.ARow == 1) row = ProductColumn<TSimd, TVector, TEnd>.Rows(product, end, row, after);
        row = Panels<TSimd, TVector, Two, TColumns, TEnd>(product, end, row, after);
        return Panels<TSimd, TVector, One, TColumns, TEnd>(product, end, row, after);
    }

    /// <summary>All panels of so many vectors from that row on; gives the row after them.</summary>
    private static int Panels<TSimd, TVector, TVectors, TColumns, TEnd>(in ProductOperands product, in TEnd end, int row, int after)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
        where TVectors : struct, ICount
        where TColumns : struct, ICount
        where TEnd : struct, IProductEnd
    {
        int height = TVectors.Value * TSimd.Count;
        int panels = (after - row) / height;
        if (panels == 0) return row;

        float* a = product.A + row * product.ARow;
        nint aPanel = height, aColumn = product.AColumn;
        if (product.ARow != 1 || product.Columns >= WorthPacking)
        {
            a = Packing.Pack<TSimd, TVector>(a, product.ARow, product.AColumn, panels, height, product.Depth);
            aPanel = (nint)height * product.Depth;
            aColumn = height;
        }

        int column = Tiles<TSimd, TVector, TVectors, TColumns, TEnd>(product, end, a, aPanel, aColumn, panels, row, column: 0);
        if (TColumns.Value > 8) column = Tiles<TSimd, TVector, TVectors, Eight, TEnd>(product, end, a, aPanel, aColumn, panels, row, column);
        column = Tiles<TSimd, TVector, TVectors, Four, TEnd>(product, end, a, aPanel, aColumn, panels, row, column);
        column = Tiles<TSimd, TVector, TVectors, Two, TEnd>(product, end, a, aPanel, aColumn, panels, row, column);
        Tiles<TSimd, TVector, TVectors, One, TEnd>(product, end, a, aPanel, aColumn, panels, row, column);
        return row + panels * height;
    }

    /// <summary>
    /// All tiles of so many columns from that column on; gives the column after them. The panels come one after the other,
    /// so that the columns of B stay in the nearest cache.
    /// </summary>
    private static int Tiles<TSimd, TVector, TVectors, TColumns, TEnd>(
        in ProductOperands product, in TEnd end, float* a, nint aPanel, nint aColumn, int panels, int row, int column)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
        where TVectors : struct, ICount
        where TColumns : struct, ICount
        where TEnd : struct, IProductEnd
    {
        for (; column + TColumns.Value <= product.Columns; column += TColumns.Value)
        {
            float* b = product.B + column * product.BColumn;
            ProductOperands own = product;
            if (product.BColumn == 1 && product.BRow >= LongRow && panels > 1)
            {
                b = Packing.PackColumns<TColumns>(b, product.BRow, product.Depth);
                own.BRow = TColumns.Value;
            }
            else if (product.BRow == 1 && product.BColumn % SamePlace == 0 && panels > 1)
            {
                b = Packing.CopyColumns<TColumns>(b, product.BColumn, product.Depth);
                own.BColumn = Packing.ColumnStride;
            }

            ProductTile<TSimd, TVector, TVectors, TColumns, TEnd>.Compute(own, end, a, aPanel, aColumn, b, panels, row, column);
        }

        return column;
    }
}
