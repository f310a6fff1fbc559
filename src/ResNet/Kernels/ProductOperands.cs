namespace ResNet;

/// <summary>
/// A product S + A·B: A is rows × depth, B depth × columns, the sums rows × columns. A and B may have any strides, so that
/// they can be transposes; S and the sums are column-major.
/// </summary>
internal unsafe ref struct ProductOperands
{
    public int Rows, Depth;

    /// <summary>The columns to compute.</summary>
    public Slice Columns;

    /// <summary>One of A's strides is 1.</summary>
    public float* A;
    public nint ARow, AColumn;

    public float* B;
    public nint BRow, BColumn;

    /// <summary>S, which the sums start from; null for zero. With a column stride of 0 all columns start alike, as with a bias.</summary>
    public float* Start;
    public nint StartColumn;

    /// <summary>What is prefetched during the product.</summary>
    public Prefetch Prefetch;

    /// <summary>
    /// One run of the depth, for these columns: depth columns of A and rows of B, starting at first. All runs but the first start
    /// from the sums so far.
    /// </summary>
    public readonly ProductOperands Run(Slice columns, int first, int depth, float* sums)
    {
        ProductOperands run = this;
        run.Columns = columns;
        run.A += first * AColumn;
        run.B += first * BRow;
        run.Depth = depth;
        if (first == 0) return run;
        run.Start = sums;
        run.StartColumn = Rows;
        return run;
    }

    /// <summary>Packs the columns of B.</summary>
    public void PackColumns()
    {
        (int first, int count) = Columns;
        B = Packing.PackColumns(B + first * BColumn, BRow, BColumn, Depth, count) - first * Packing.ColumnStride;
        BRow = 1;
        BColumn = Packing.ColumnStride;
    }

    /// <summary>The block of A that begins at a row and column.</summary>
    public readonly Prefetch BlockAt(int row, int column) =>
        new(A + row * ARow + column * AColumn, Math.Max(ARow, AColumn), Packing.BlockOf(Rows));
}
