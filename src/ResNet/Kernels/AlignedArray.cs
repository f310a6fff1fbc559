using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ResNet;

/// <summary>
/// Zeros that begin with a cache line and stay where they are: a vector that lies across two lines takes twice as long to
/// read and to write.
/// </summary>
internal readonly unsafe struct AlignedArray
{
    private const int Line = 64;

    private readonly int length;

    public AlignedArray(int length)
    {
        this.length = length;
        Memory = GC.AllocateArray<float>(checked(length + Line / sizeof(float)), pinned: true);
        nuint address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(Memory));
        First = (int)((Line - address % Line) % Line) / sizeof(float);
    }

    /// <summary>The array that the values lie in.</summary>
    public float[] Memory { get; }

    /// <summary>Where in it they begin.</summary>
    public int First { get; }

    public Span<float> Values => Memory.AsSpan(First, length);

    /// <summary>The values for whoever cannot keep a span.</summary>
    public Memory<float> AsMemory() => Memory.AsMemory(First, length);

    public float* Pointer => (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(Memory)) + First;
}
