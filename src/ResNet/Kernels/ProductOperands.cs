namespace ResNet;

/// <summary>
/// A product C = g(S + A·B + T): A is rows × depth, B depth × columns, C rows × columns. C, S, T and the sign of g lie
/// column by column; A and B lie at any strides, so that they may also be transposes.
/// </summary>
internal unsafe ref struct ProductOperands
{
    public int Rows, Columns, Depth;

    /// <summary>One of A's strides is 1.</summary>
    public float* A;
    public nint ARow, AColumn;

    public float* B;
    public nint BRow, BColumn;

    public float* C;
    public nint CColumn;

    /// <summary>S, which the sums start from; null for zero. Column stride 0 gives each column the same start, as a bias does.</summary>
    public float* Start;
    public nint StartColumn;

    /// <summary>T, which is added to the finished sums; null for zero.</summary>
    public float* Addend;
    public nint AddendColumn;

    /// <summary>What g does to the finished sums.</summary>
    public Rectification Rectification;

    /// <summary>Whose sign decides for g; null for the sums' own.</summary>
    public float* Sign;
    public nint SignColumn;

    /// <summary>What g multiplies by where the sign is not positive, if it leaks.</summary>
    public float Slope;

    /// <summary>The columns of A and the rows of B from the first on, so many: sums that start from S or, later, from C.</summary>
    public readonly ProductOperands Run(int first, int depth)
    {
        ProductOperands run = this;
        run.A += first * AColumn;
        run.B += first * BRow;
        run.Depth = depth;
        if (first > 0)
        {
            run.Start = C;
            run.StartColumn = CColumn;
        }

        if (first + depth == Depth) return run;
        run.Addend = null;
        run.Rectification = Rectification.None;
        return run;
    }

    /// <summary>The rows of A and C from the first on, so many.</summary>
    public readonly ProductOperands Block(int first, int rows)
    {
        ProductOperands block = this;
        block.A += first * ARow;
        block.C += first;
        block.Rows = rows;
        if (Start != null) block.Start += first;
        if (Addend != null) block.Addend += first;
        if (Sign != null) block.Sign += first;
        return block;
    }
}
