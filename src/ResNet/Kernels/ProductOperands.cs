namespace ResNet;

/// <summary>
/// A product S + A·B: A is rows × depth, B depth × columns, the sums rows × columns. A and B lie at any strides, so that
/// they may also be transposes; S and the sums lie column by column.
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

    /// <summary>S, which the sums start from; null for zero. Column stride 0 gives each column the same start, as a bias does.</summary>
    public float* Start;
    public nint StartColumn;

    /// <summary>What is brought nearer meanwhile.</summary>
    public Prefetch Prefetch;

    /// <summary>
    /// Of those columns, what so many columns of A and rows of B from the first on give; sums that were begun go on where they are.
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

    /// <summary>The block of A that begins at that row and column.</summary>
    public readonly Prefetch BlockAt(int row, int column) => new(A + row * ARow + column * AColumn, Math.Max(ARow, AColumn), Packing.BlockOf(Rows));
}
