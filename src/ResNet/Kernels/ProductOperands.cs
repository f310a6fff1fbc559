namespace ResNet;

/// <summary>
/// A product S + A·B: A is rows × depth, B depth × columns, the sums rows × columns. A and B lie at any strides, so that
/// they may also be transposes; S and the sums lie column by column.
/// </summary>
internal unsafe ref struct ProductOperands
{
    public int Rows, Columns, Depth;

    /// <summary>One of A's strides is 1.</summary>
    public float* A;
    public nint ARow, AColumn;

    public float* B;
    public nint BRow, BColumn;

    /// <summary>S, which the sums start from; null for zero. Column stride 0 gives each column the same start, as a bias does.</summary>
    public float* Start;
    public nint StartColumn;

    /// <summary>What is brought nearer meanwhile.</summary>
    public Ahead Ahead;

    /// <summary>The columns of A and the rows of B from the first on, so many; sums that were begun go on where they are.</summary>
    public readonly ProductOperands Run(int first, int depth, float* sums)
    {
        ProductOperands run = this;
        run.A += first * AColumn;
        run.B += first * BRow;
        run.Depth = depth;
        if (first == 0) return run;
        run.Start = sums;
        run.StartColumn = Rows;
        return run;
    }

    /// <summary>The block of A that begins at that row and column.</summary>
    public readonly Ahead BlockAt(int row, int column) => new(A + row * ARow + column * AColumn, Math.Max(ARow, AColumn), Packing.Side);
}
