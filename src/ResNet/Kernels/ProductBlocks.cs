using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>
/// How a product is cut up: into stripes of columns, runs of the depth and blocks of rows that fit the memory for packing,
/// these into panels of one or two vectors of rows, and these into tiles. The order is Goto's and van de Geijn's (Anatomy of
/// High-Performance Matrix Multiplication, ACM TOMS 34(3), 2008, section 4), but that B stays in the nearest cache and A runs by.
/// </summary>
internal static unsafe class ProductBlocks
{
    /// <summary>From so many columns on, packing A takes less time than it saves.</summary>
    private const int WorthPacking = 24;

    /// <summary>From so many rows on, packing B does.</summary>
    private const int WorthPackingColumns = 64;

    /// <summary>Rows of B from so many values on push one another out of the nearest cache.</summary>
    private const int LongRow = 256;

    /// <summary>Columns of B that lie a multiple of this apart, 4 KiB, have one place in the nearest cache for all.</summary>
    private const int SamePlace = 1024;

    /// <summary>Computes all tiles of those rows; sums that do not fit one run are kept in <paramref name="sums"/> in the meantime.</summary>
    public static void Multiply<TEnd>(in ProductOperands product, in TEnd end, float* sums, Slice rows)
        where TEnd : struct, IProductEnd
    {
        bool collides = product.BColumn == 1 ? product.BRow >= LongRow : product.BColumn % SamePlace == 0;
        bool packs = collides && rows.Count >= WorthPackingColumns;
        int stripes = packs ? (product.Columns.End + Packing.Width - 1) / Packing.Width : 1;
        for (int i = 0; i < stripes; i++)
        {
            Slice columns = Slice.Part(product.Columns.End, i, stripes, Packing.MostColumns);
            int k = 0;
            for (; k + Packing.Depth < product.Depth; k += Packing.Depth)
            {
                Prefetch next = product.BlockAt(rows.First, k + Packing.Depth);
                Blocks(product.Run(columns, k, Packing.Depth, sums), packs, new SumEnd<NoRectifier> { C = sums }, rows, next);
            }

            Blocks(product.Run(columns, k, product.Depth - k, sums), packs, end, rows, product.Prefetch);
        }
    }

    /// <summary>All blocks of those rows, B packed once for all of them.</summary>
    private static void Blocks<TEnd>(ProductOperands run, bool packs, in TEnd end, Slice rows, Prefetch next)
        where TEnd : struct, IProductEnd
    {
        if (packs) run.PackColumns();
        int block = Packing.BlockOf(run.Rows);
        for (int row = rows.First; row < rows.End; row += block)
        {
            int after = Math.Min(row + block, rows.End);
            run.Prefetch = after < rows.End ? run.BlockAt(after, 0) : next;
            Add(run, end, row, after);
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
        if (product.Columns.Count == 1 && product.ARow == 1)
        {
            row = ProductColumn<TSimd, TVector, TEnd>.Rows(product, end, row, after);

            // the rest is for eight narrower vectors: a panel here would have two, which wait for one another
            if (TSimd.Count > Vector256<float>.Count) return row;
        }

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
        int count = (after - row) / height;
        if (count == 0) return row;

        var panels = new Panels { A = product.A + row * product.ARow, Next = height, Column = product.AColumn, Count = count, Row = row };
        if (product.ARow != 1) panels.Transpose<TSimd, TVector>(product.ARow, height, product.Depth);
        else if (product.Columns.Count >= WorthPacking) panels.Copy = Packing.Rows;

        int column = Tiles<TSimd, TVector, TVectors, TColumns, TEnd>(product, end, ref panels, product.Columns.First);
        if (TColumns.Value > 8) column = Tiles<TSimd, TVector, TVectors, Eight, TEnd>(product, end, ref panels, column);
        column = Tiles<TSimd, TVector, TVectors, Four, TEnd>(product, end, ref panels, column);
        column = Tiles<TSimd, TVector, TVectors, Two, TEnd>(product, end, ref panels, column);
        Tiles<TSimd, TVector, TVectors, One, TEnd>(product, end, ref panels, column);
        return row + count * height;
    }

    /// <summary>
    /// All tiles of so many columns from that column on; gives the column after them. The panels come one after the other,
    /// so that the columns of B stay in the nearest cache; where they are to be packed, the first tile of each does it.
    /// </summary>
    private static int Tiles<TSimd, TVector, TVectors, TColumns, TEnd>(in ProductOperands product, in TEnd end, ref Panels panels, int column)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
        where TVectors : struct, ICount
        where TColumns : struct, ICount
        where TEnd : struct, IProductEnd
    {
        int height = TVectors.Value * TSimd.Count;
        for (; column + TColumns.Value <= product.Columns.End; column += TColumns.Value)
        {
            // eight and eight rather than twelve and four, which would wait for A
            if (TColumns.Value > 8 && product.Columns.End - column is >= 16 and < 20) break;

            // the widest tiles come first and leave nothing to pack: the others need no code for it
            if (TColumns.Value <= 4 || panels.Copy == null)
            {
                ProductTile<TSimd, TVector, TVectors, TColumns, TEnd>.Compute<Off>(product, end, panels, column);
            }
            else
            {
                ProductTile<TSimd, TVector, TVectors, TColumns, TEnd>.Compute<On>(product, end, panels, column);
                panels.UseCopy(height, product.Depth);
            }

            end.Finish<TSimd, TVector>(panels.Row, panels.Count * height, TColumns.Value, panels.Row + column * (nint)product.Rows, product.Rows);
        }

        return column;
    }
}
