using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>
/// Packing: copies of a product's operands in the order in which its tiles read them, aligned to cache lines. In the operands
/// themselves the columns of a wide matrix are so far apart that they evict one another from the L1 cache.
/// <code>
/// A, rows × depth       panel after panel; a panel of h rows holds h × depth values: A's column 0 in these rows, then column 1, …
/// B, depth × columns    column after column, each padded to <see cref="ColumnStride"/> values
/// </code>
/// Each thread has its own memory for both, so that none waits for another.
/// </summary>
internal static unsafe class Packing
{
    /// <summary>The most rows of A that are packed at a time.</summary>
    public const int Side = 256;

    /// <summary>The most of the depth at a time (a run): one panel, 32 rows × this depth, fits the L1 cache.</summary>
    public const int Depth = 256;

    /// <summary>The most columns of B that are packed at a time.</summary>
    public const int Width = 384;

    /// <summary>
    /// How many rows of A are packed at a time, of this many in all: where there is more than one block, the next one is
    /// prefetched, and both should fit the L2 cache, of 512 KiB or, where registers have 512 bits, mostly of 1 MiB.
    /// </summary>
    public static int BlockOf(int rows) => rows > Side && !Vector512.IsHardwareAccelerated ? Side / 2 : Side;

    /// <summary>The most columns of a tile.</summary>
    public const int MostColumns = 12;

    /// <summary>
    /// Values from one packed column of B to the next: a cache line more than a column, so that columns do not all map to the
    /// same set of the L1 cache.
    /// </summary>
    public const int ColumnStride = Depth + 16;

    [ThreadStatic]
    private static AlignedArray? rows;

    [ThreadStatic]
    private static AlignedArray? columns;

    [ThreadStatic]
    private static AlignedArray? sums;

    /// <summary>This thread's memory for panels of A.</summary>
    public static float* Rows => (rows ??= new AlignedArray(Side * Depth)).Pointer;

    /// <summary>This thread's memory for the sums of one tile's columns over a block of rows.</summary>
    public static float* Sums => (sums ??= new AlignedArray(MostColumns * Side)).Pointer;

    /// <summary>
    /// Packs columns of B, each contiguous, into this thread's memory, and overwrites what was packed there before. One of B's
    /// strides is 1.
    /// </summary>
    public static float* PackColumns(float* b, nint row, nint column, int depth, int count)
    {
        float* packed = (columns ??= new AlignedArray(Width * ColumnStride)).Pointer;
        if (row != 1)
        {
            int k = Vector256.IsHardwareAccelerated ? depth - depth % Simd256.Count : 0;
            Transpose<Simd256, Vector256<float>>(b, row, k, ColumnStride, count, packed);
            Transpose<SimdScalar, float>(b + k * row, row, depth - k, ColumnStride, count, packed + k);
            return packed;
        }

        for (int j = 0; j < count; j++)
        {
            new ReadOnlySpan<float>(b + j * column, depth).CopyTo(new Span<float>(packed + j * ColumnStride, depth));
        }

        return packed;
    }

    /// <summary>
    /// Packs panels of a row-major A: of each panel first the first value of every row, then the second of every row, and so
    /// on.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transpose<TSimd, TVector>(float* a, nint row, int rows, int height, int depth, float* packed)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        for (int i = 0; i < rows; i += TSimd.Count)
        {
            float* from = a + i * row;
            float* to = packed + i / height * height * depth + i % height;
            int k = 0;
            for (; k + 4 <= depth; k += 4) TSimd.TransposeFour(from + k, row, to + k * height, height);
            for (; k < depth; k++)
            {
                for (int j = 0; j < TSimd.Count; j++) to[k * height + j] = from[j * row + k];
            }
        }
    }
}
