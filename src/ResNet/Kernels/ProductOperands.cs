namespace ResNet;

/// <summary>
/// A product C = A·B + S: A is rows × depth and C rows × columns, both column by column; B is depth × columns at any
/// strides, so that it may also be a transpose; S is a start value for every element of C.
/// </summary>
internal unsafe ref struct ProductOperands
{
    public int Rows, Columns, Depth;

    public float* A;
    public nint AColumn;

    public float* B;
    public nint BRow, BColumn;

    public float* C;
    public nint CColumn;

    /// <summary>S, or null for zero. Column stride 0 gives each column the same start, as a bias does.</summary>
    public float* Start;
    public nint StartColumn;
}
