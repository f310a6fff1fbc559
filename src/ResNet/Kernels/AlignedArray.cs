using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ResNet;

/// <summary>
/// A zeroed, pinned array whose first value is aligned to a cache line: a vector that crosses two lines takes twice as long to
/// read and to write. Its last value shares no line with the next array, which may be another thread's.
/// </summary>
internal readonly unsafe struct AlignedArray
{
    private const int Line = 64;

    private readonly int length;

    public AlignedArray(int length)
    {
        this.length = length;
        Memory = GC.AllocateArray<float>(checked(length + 2 * Line / sizeof(float)), pinned: true);
        nuint address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(Memory));
        First = (int)((Line - address % Line) % Line) / sizeof(float);
    }

    /// <summary>The underlying array, which is a little longer.</summary>
    public float[] Memory { get; }

    /// <summary>The index of the first aligned value in it.</summary>
    public int First { get; }

    public Span<float> Values => Memory.AsSpan(First, length);

    /// <summary>The values, for callers that cannot keep a span.</summary>
    public Memory<float> AsMemory() => Memory.AsMemory(First, length);

    public float* Pointer => (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(Memory)) + First;
}
