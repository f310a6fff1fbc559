namespace ResNet;

/// <summary>What an optimizer remembers of each value of a parameter: one number or two.</summary>
internal sealed class Moments(int length, int count)
{
    private readonly float[] first = new float[length];
    private readonly float[] second = new float[count > 1 ? length : 0];

    public MomentSpans Of(Slice values) => new(
        first.AsSpan(values.First, values.Count), second.Length == 0 ? default : second.AsSpan(values.First, values.Count));

    public void Clear()
    {
        Array.Clear(first);
        Array.Clear(second);
    }
}

/// <summary>The moments of some values; the second are empty where the optimizer remembers one.</summary>
internal readonly ref struct MomentSpans(Span<float> first, Span<float> second)
{
    public Span<float> First { get; } = first;

    public Span<float> Second { get; } = second;
}
