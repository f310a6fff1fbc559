namespace ResNet;

/// <summary>Memory for the statistics of so many features or columns, that shares no cache line with anything else.</summary>
internal sealed class StatisticMemory
{
    /// <summary>Doubles in a cache line: as many are left free in front and behind.</summary>
    private const int Line = 8;

    private readonly AlignedArray singles;
    private readonly double[] doubles;
    private readonly int stride;

    public StatisticMemory(int count)
    {
        stride = Statistics.Padded(count);
        singles = new AlignedArray(Statistics.SingleRows * stride);
        doubles = new double[Statistics.DoubleRows * stride + 2 * Line];
    }

    public Statistics All => new(singles.Values, doubles.AsSpan(Line, doubles.Length - 2 * Line), stride);
}
