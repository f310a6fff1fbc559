namespace ResNet;

/// <summary>
/// A buffer of activations, features × (columns a sample · samples): sample after sample, of each column after column.
/// </summary>
internal readonly record struct ActivationBuffer(float[] Memory, SampleShape Shape, int First = 0)
{
    /// <summary>Room for so many samples.</summary>
    public static ActivationBuffer Allocate(int samples, SampleShape shape)
    {
        var array = new AlignedArray(checked(samples * shape.Values));
        return new ActivationBuffer(array.Memory, shape, array.First);
    }

    /// <summary>The activations of some samples, one after the other.</summary>
    public Span<float> Samples(Slice slice) => Memory.AsSpan(First + slice.First * Shape.Values, slice.Count * Shape.Values);

    /// <summary>All columns of one sample.</summary>
    public Span<float> Sample(int index) => Memory.AsSpan(First + index * Shape.Values, Shape.Values);

    /// <summary>The features of some columns, one after the other.</summary>
    public Span<float> Columns(Slice slice) => Memory.AsSpan(First + slice.First * Shape.Features, slice.Count * Shape.Features);

    /// <summary>The features of one column, the columns of all samples being counted on.</summary>
    public Span<float> Column(int index) => Memory.AsSpan(First + index * Shape.Features, Shape.Features);
}
