namespace ResNet;

/// <summary>Panels of A, one below the other: so many rows each, from which the tiles beside one another are computed.</summary>
internal unsafe ref struct Panels
{
    /// <summary>Where the first begins.</summary>
    public float* A;

    /// <summary>From one panel to the next, and within a panel from one column of A to the next.</summary>
    public nint Next, Column;

    public int Count;

    /// <summary>The product's row that the first begins with.</summary>
    public int Row;

    /// <summary>Where the next tiles pack them; null for nowhere.</summary>
    public float* Copy;

    /// <summary>Packs them, from an A whose rows lie at that stride, each row's values one after the other.</summary>
    public void Transpose<TSimd, TVector>(nint row, int height, int depth)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        Copy = Packing.Rows;
        Packing.Transpose<TSimd, TVector>(A, row, Count * height, height, depth, Copy);
        UseCopy(height, depth);
    }

    /// <summary>From now on reads them where they have been packed.</summary>
    public void UseCopy(int height, int depth)
    {
        A = Copy;
        Next = (nint)height * depth;
        Column = height;
        Copy = null;
    }
}
