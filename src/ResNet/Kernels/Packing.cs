using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ResNet;

/// <summary>
/// Copies of a product's operands in the order in which its tiles read them, aligned to cache lines. In the operands
/// themselves the columns of a wide matrix lie so far apart that they push one another out of the nearest cache.
/// </summary>
internal static unsafe class Packing
{
    /// <summary>The most rows of A, or columns of B, that are packed at a time.</summary>
    public const int Side = 256;

    /// <summary>The most of the depth: one panel, 32 rows of that depth, fits the nearest cache.</summary>
    public const int Depth = 256;

    private const int Line = 64 / sizeof(float);

    [ThreadStatic]
    private static float[]? memory;

    /// <summary>This thread's memory for A.</summary>
    public static float* MemoryOfA
    {
        get
        {
            memory ??= GC.AllocateUninitializedArray<float>(2 * Side * Depth + Line, pinned: true);
            nuint start = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(memory));
            return (float*)((start + Line * sizeof(float) - 1) & ~(nuint)(Line * sizeof(float) - 1));
        }
    }

    /// <summary>This thread's memory for B.</summary>
    public static float* MemoryOfB => MemoryOfA + Side * Depth;

    /// <summary>
    /// Packs strips: each is <paramref name="width"/> values that follow one another in the source, for every step of the
    /// depth, and its neighbour begins where it ends.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pack<TSimd, TVector>(float* source, nint step, int strips, int width, int depth, float* packed)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        for (int k = 0; k < depth; k++)
        {
            float* from = source + k * step;
            float* to = packed + k * width;
            for (int strip = 0; strip < strips; strip++)
            {
                for (int i = 0; i < width; i += TSimd.Count) TSimd.Store(TSimd.Load(from + i), to + i);
                from += width;
                to += width * depth;
            }
        }
    }

    /// <summary>Packs a strip of a transpose: the values of a step lie <paramref name="stride"/> apart in the source.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackTransposed<TSimd, TVector>(float* source, nint stride, int width, int depth, float* packed)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        for (int i = 0; i < width; i += TSimd.Count)
        {
            float* from = source + i * stride;
            float* to = packed + i;
            int k = 0;
            for (; k + 4 <= depth; k += 4) TSimd.TransposeFour(from + k, stride, to + k * width, width);
            for (; k < depth; k++)
            {
                for (int j = 0; j < TSimd.Count; j++) to[k * width + j] = from[j * stride + k];
            }
        }
    }
}
