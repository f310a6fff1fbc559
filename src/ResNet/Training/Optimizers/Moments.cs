namespace ResNet;

/// <summary>What an optimizer remembers of each value of a parameter: one number or two.</summary>
internal sealed class Moments(int length, int count)
{
    private readonly AlignedArray first = new(length);
    private readonly AlignedArray? second = count > 1 ? new(length) : null;

    public MomentSpans All => Of(new Slice(0, length));

    public MomentSpans Of(Slice values) => new(
        first.Values.Slice(values.First, values.Count), second is { } array ? array.Values.Slice(values.First, values.Count) : default);

    /// <summary>The moments by name; only those that there are.</summary>
    public IEnumerable<(string Name, Memory<float> Values)> Arrays => second is { } array
        ? [("first", first.AsMemory()), ("second", array.AsMemory())]
        : [("first", first.AsMemory())];

    public void Clear()
    {
        first.Values.Clear();
        second?.Values.Clear();
    }
}

/// <summary>The moments of some values; the second are empty where the optimizer remembers one.</summary>
internal readonly ref struct MomentSpans(Span<float> first, Span<float> second)
{
    public Span<float> First { get; } = first;

    public Span<float> Second { get; } = second;
}
