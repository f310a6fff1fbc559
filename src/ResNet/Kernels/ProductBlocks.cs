using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>
/// How the product C (rows × columns) = A (rows × depth) · B (depth × columns) is divided, from the outside in:
/// <code>
/// stripe   up to 384 columns of B and C where B is packed, else all
/// run      up to 256 of the depth: A·B is a sum of such products; C holds the sum so far between runs
/// block    128 or 256 rows of A and C, as many as are packed at a time
/// panel    the rows of one or two vectors, over the depth of the run
/// tile     one panel × 1 to 12 columns of B, whose sums are in registers: see ProductTile
/// </code>
/// The order of the loops is that of Goto and van de Geijn (Anatomy of High-Performance Matrix Multiplication, ACM TOMS 34(3),
/// 2008, section 4), except that B stays in the L1 cache while A is streamed.
/// </summary>
internal static unsafe class ProductBlocks
{
    /// <summary>Columns of B from which packing A takes less time than it saves.</summary>
    private const int WorthPacking = 24;

    /// <summary>Rows of A from which packing B does.</summary>
    private const int WorthPackingColumns = 64;

    /// <summary>Values in a row of B from which rows evict one another from the L1 cache.</summary>
    private const int LongRow = 256;

    /// <summary>Columns of B that are a multiple of this apart, 4 KiB, all map to the same set of the L1 cache.</summary>
    private const int SamePlace = 1024;

    /// <summary>Computes all tiles of these rows; between runs of the depth, partial sums are kept in <paramref name="sums"/>.</summary>
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

    /// <summary>All blocks of these rows; B is packed once for all of them.</summary>
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

    /// <summary>The widest registers take as many rows as fill them; narrower ones take the rest.</summary>
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

            // leaves the rest to eight narrower vectors: a panel here would have only two, and each add waits for the one before it
            if (TSimd.Count > Vector256<float>.Count) return row;
        }

        row = Panels<TSimd, TVector, Two, TColumns, TEnd>(product, end, row, after);
        return Panels<TSimd, TVector, One, TColumns, TEnd>(product, end, row, after);
    }

    /// <summary>All panels of this many vectors, starting at a row; returns the row after them.</summary>
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
    /// All tiles of this many columns, starting at a column; returns the column after them. For each set of columns all panels
    /// are computed in turn, so that these columns of B stay in the L1 cache. Panels still to be packed are packed by their
    /// first tile.
    /// </summary>
    private static int Tiles<TSimd, TVector, TVectors, TColumns, TEnd>(
        in ProductOperands product, in TEnd end, ref Panels panels, int column)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
        where TVectors : struct, ICount
        where TColumns : struct, ICount
        where TEnd : struct, IProductEnd
    {
        int height = TVectors.Value * TSimd.Count;
        for (; column + TColumns.Value <= product.Columns.End; column += TColumns.Value)
        {
            // 8 + 8 columns rather than 12 + 4: the tile of four would wait for loads of A
            if (TColumns.Value > 8 && product.Columns.End - column is >= 16 and < 20) break;

            // the widest tiles come first and pack everything, so narrow ones need no code for it
            if (TColumns.Value <= 4 || panels.Copy == null)
            {
                ProductTile<TSimd, TVector, TVectors, TColumns, TEnd>.Compute<Off>(product, end, panels, column);
            }
            else
            {
                ProductTile<TSimd, TVector, TVectors, TColumns, TEnd>.Compute<On>(product, end, panels, column);
                panels.UseCopy(height, product.Depth);
            }

            end.Finish<TSimd, TVector>(
                panels.Row, panels.Count * height, TColumns.Value, panels.Row + column * (nint)product.Rows, product.Rows);
        }

        return column;
    }
}
