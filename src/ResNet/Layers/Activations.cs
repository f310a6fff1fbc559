namespace ResNet;

/// <summary>A buffer of activations, features × samples, sample after sample.</summary>
internal readonly struct Activations(float[] memory, int width, int offset = 0)
{
    /// <summary>The array behind the buffer, by which it is known that two share their memory.</summary>
    public float[] Memory { get; } = memory;

    public int Width { get; } = width;

    /// <summary>The activations of some samples, one after the other.</summary>
    public Span<float> Samples(Slice slice) => Memory.AsSpan(offset + slice.First * Width, slice.Count * Width);

    public Span<float> Sample(int index) => Memory.AsSpan(offset + index * Width, Width);
}
