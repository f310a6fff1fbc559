using System.Runtime.CompilerServices;

namespace ResNet.Tabular;

/// <summary>A list that grows without copying what it holds: arrays of one length one after another, the first growing to it.</summary>
internal sealed class Chunks<T>
{
    private const int Bits = 15;
    private const int Length = 1 << Bits;
    private readonly List<T[]> chunks = [];

    public int Count { get; private set; }

    public T this[int index] => chunks[index >> Bits][index & (Length - 1)];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(T item)
    {
        int place = Count & (Length - 1);
        if (place == 0) chunks.Add(new T[Count == 0 ? 4 : Length]);
        T[] last = chunks[^1];
        if (place == last.Length)
        {
            Array.Resize(ref last, last.Length * 2);
            chunks[^1] = last;
        }

        last[place] = item;
        Count++;
    }
}
