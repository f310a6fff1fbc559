namespace ResNet;

/// <summary>Panels of A, from top to bottom: each the rows of one or two vectors × the depth, the A of all tiles in these rows.</summary>
internal unsafe ref struct Panels
{
    /// <summary>The first value of the first panel.</summary>
    public float* A;

    /// <summary>Values from one panel to the next, and within a panel from one column of A to the next.</summary>
    public nint Next, Column;

    public int Count;

    /// <summary>The product's row of the first panel's first row.</summary>
    public int Row;

    /// <summary>Where the next tiles pack them; null if they do not.</summary>
    public float* Copy;

    /// <summary>Packs them, from a row-major A with the given row stride.</summary>
    public void Transpose<TSimd, TVector>(nint row, int height, int depth)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        Copy = Packing.Rows;
        Packing.Transpose<TSimd, TVector>(A, row, Count * height, height, depth, Copy);
        UseCopy(height, depth);
    }

    /// <summary>From now on reads the packed copy.</summary>
    public void UseCopy(int height, int depth)
    {
        A = Copy;
        Next = (nint)height * depth;
        Column = height;
        Copy = null;
    }
}
