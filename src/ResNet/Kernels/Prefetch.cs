using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace ResNet;

/// <summary>
/// A block of memory that a product prefetches while it computes, because it is read next: one strip for every step of the
/// depth. Each tile prefetches one cache line of every fourth strip, the same in each.
/// </summary>
internal readonly unsafe struct Prefetch(float* block, nint stride, int width)
{
    /// <summary>
    /// The first block of a column-major matrix. Only its address is kept, and nothing is read through it: if the garbage
    /// collector moves the memory, the prefetches are useless but harmless.
    /// </summary>
    public Prefetch(ReadOnlySpan<float> matrix, int rows)
        : this((float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(matrix)), rows, Math.Min(rows, Packing.BlockOf(rows)))
    {
    }

    /// <summary>Steps of the depth from one prefetch to the next; a tile takes as many at a time.</summary>
    public const int Pace = 4;

    /// <summary>Values in a cache line.</summary>
    public const int Line = 64 / sizeof(float);

    /// <summary>Values from one strip of a tile to its next.</summary>
    public nint Step => Pace * stride;

    /// <summary>
    /// The first line that a tile prefetches; tiles count from 0. Where there is no block, what the tile reads anyway:
    /// prefetching an address that is not mapped would cost time.
    /// </summary>
    public float* FirstOf(int tile, float* read) =>
        block == null ? read : block + tile % Pace * stride + tile / Pace % Math.Max(1, width / Line) * Line;

    /// <summary>Prefetches a cache line for later into the L2 cache, where the processor can.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Far(float* line)
    {
        if (Sse.IsSupported) Sse.Prefetch1(line);
    }

    /// <summary>Prefetches a cache line that is needed soon into the L1 cache, where the processor can.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Near(float* line)
    {
        if (Sse.IsSupported) Sse.Prefetch0(line);
    }
}
