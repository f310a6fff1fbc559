using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace ResNet;

/// <summary>
/// A block of memory that a product brings nearer while it computes, because it is read next: one strip for every step
/// of the depth. Each tile takes every fourth strip, and of each the same cache line.
/// </summary>
internal readonly unsafe struct Prefetch(float* block, nint stride, int width)
{
    /// <summary>
    /// The first block of a matrix that lies column by column. Only its address is kept, and nothing is read through it: if
    /// the memory moves, what is brought nearer is of no use, and no harm.
    /// </summary>
    public Prefetch(ReadOnlySpan<float> matrix, int rows)
        : this((float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(matrix)), rows, Math.Min(rows, Packing.BlockOf(rows)))
    {
    }

    /// <summary>Steps of the depth from one line that is brought nearer to the next, and that a tile takes at a time.</summary>
    public const int Pace = 4;

    /// <summary>Values in a cache line.</summary>
    public const int Line = 64 / sizeof(float);

    /// <summary>Values from one of a tile's strips to its next.</summary>
    public nint Step => Pace * stride;

    /// <summary>
    /// The first line of a tile, the tiles being counted from 0. Where there is no block, what the tile reads anyway: an
    /// address without memory behind it would cost time.
    /// </summary>
    public float* FirstOf(int tile, float* read) =>
        block == null ? read : block + tile % Pace * stride + tile / Pace % Math.Max(1, width / Line) * Line;

    /// <summary>Asks for a cache line for later, where the processor can be asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Far(float* line)
    {
        if (Sse.IsSupported) Sse.Prefetch1(line);
    }

    /// <summary>Asks for a cache line that is wanted soon, where the processor can be asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Near(float* line)
    {
        if (Sse.IsSupported) Sse.Prefetch0(line);
    }
}
