using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>
/// Copies of a product's operands in the order in which its tiles read them, aligned to cache lines. In the operands
/// themselves the columns of a wide matrix lie so far apart that they push one another out of the nearest cache.
/// </summary>
internal static unsafe class Packing
{
    /// <summary>The most rows of A that are packed at a time.</summary>
    public const int Side = 256;

    /// <summary>The most of the depth: one panel, 32 rows of that depth, fits the nearest cache.</summary>
    public const int Depth = 256;

    /// <summary>The most columns of a tile.</summary>
    public const int MostColumns = 12;

    /// <summary>The most rows of a tile.</summary>
    private const int MostRows = 32;

    /// <summary>From one copied column of B to the next: a line more than a column, so that no two begin at the same place of the nearest cache.</summary>
    public const int ColumnStride = Depth + 16;

    [ThreadStatic]
    private static AlignedArray? memory;

    private static float* Memory => (memory ??= new AlignedArray(Side * Depth + MostColumns * (ColumnStride + MostRows))).Pointer;

    /// <summary>This thread's memory for one tile.</summary>
    public static float* Tile => Memory + Side * Depth + MostColumns * ColumnStride;

    /// <summary>
    /// Packs panels of so many rows each, one after the other, in this thread's memory; what it held before is gone.
    /// </summary>
    public static float* Pack<TSimd, TVector>(float* a, nint row, nint column, int panels, int height, int depth)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        float* packed = Memory;
        if (row == 1) Copy<TSimd, TVector>(a, column, panels, height, depth, packed);
        else Transpose<TSimd, TVector>(a, row, panels * height, height, depth, packed);
        return packed;
    }

    /// <summary>Packs some columns of a B whose rows are long, beside what <see cref="Pack"/> has packed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float* PackColumns<TColumns>(float* b, nint row, int depth)
        where TColumns : struct, ICount
    {
        float* packed = Memory + Side * Depth;
        for (float* to = packed; depth > 0; depth--, b += row, to += TColumns.Value)
        {
            if (TColumns.Value < 4)
            {
                for (int j = 0; j < TColumns.Value; j++) to[j] = b[j];
                continue;
            }

            for (int j = 0; j + 4 <= TColumns.Value; j += 4) Vector128.Load(b + j).Store(to + j);
            // what is left of six, and two of them once more
            if (TColumns.Value % 4 != 0) Vector128.Load(b + TColumns.Value - 4).Store(to + TColumns.Value - 4);
        }

        return packed;
    }

    /// <summary>Copies some columns of a B whose columns would push one another out of the nearest cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float* CopyColumns<TColumns>(float* b, nint column, int depth)
        where TColumns : struct, ICount
    {
        float* packed = Memory + Side * Depth;
        for (int j = 0; j < TColumns.Value; j++)
        {
            new ReadOnlySpan<float>(b + j * column, depth).CopyTo(new Span<float>(packed + j * ColumnStride, depth));
        }

        return packed;
    }

    /// <summary>From columns that lie one after the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy<TSimd, TVector>(float* a, nint column, int panels, int height, int depth, float* packed)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        for (int k = 0; k < depth; k++)
        {
            float* from = a + k * column;
            float* to = packed + k * height;
            for (int panel = 0; panel < panels; panel++)
            {
                for (int i = 0; i < height; i += TSimd.Count) TSimd.Store(TSimd.Load(from + i), to + i);
                from += height;
                to += height * depth;
            }
        }
    }

    /// <summary>From rows that lie one after the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose<TSimd, TVector>(float* a, nint row, int rows, int height, int depth, float* packed)
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
