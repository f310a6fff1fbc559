namespace ResNet;

/// <summary>What an optimizer remembers of each value of a parameter: up to two numbers.</summary>
internal sealed class Moments(int length, int count)
{
    private readonly AlignedArray? first = count > 0 ? new(length) : null;
    private readonly AlignedArray? second = count > 1 ? new(length) : null;

    public MomentSpans All => Of(new Slice(0, length));

    public MomentSpans Of(Slice values) => new(Part(first, values), Part(second, values));

    /// <summary>The moments by name; only those that there are.</summary>
    public IEnumerable<(string Name, Memory<float> Values)> Arrays
    {
        get
        {
            if (first is { } one) yield return ("first", one.AsMemory());
            if (second is { } two) yield return ("second", two.AsMemory());
        }
    }

    public void Clear()
    {
        first?.Values.Clear();
        second?.Values.Clear();
    }

    private static Span<float> Part(AlignedArray? array, Slice values) =>
        array is { } found ? found.Values.Slice(values.First, values.Count) : default;
}

/// <summary>The moments of some values; those that the optimizer does not remember are empty.</summary>
internal readonly ref struct MomentSpans(Span<float> first, Span<float> second)
{
    public Span<float> First { get; } = first;

    public Span<float> Second { get; } = second;
}
