namespace ResNet;

/// <summary>A buffer of activations, features × samples, sample after sample.</summary>
internal readonly record struct ActivationBuffer(float[] Memory, int Width, int First = 0)
{
    /// <summary>Room for so many samples.</summary>
    public static ActivationBuffer Allocate(int samples, int width)
    {
        var array = new AlignedArray(checked(samples * width));
        return new ActivationBuffer(array.Memory, width, array.First);
    }

    /// <summary>The activations of some samples, one after the other.</summary>
    public Span<float> Samples(Slice slice) => Memory.AsSpan(First + slice.First * Width, slice.Count * Width);

    public Span<float> Sample(int index) => Memory.AsSpan(First + index * Width, Width);
}
