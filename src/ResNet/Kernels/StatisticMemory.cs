namespace ResNet;

/// <summary>Memory for the statistics of so many features or columns, which shares no cache line with anything else.</summary>
internal readonly struct StatisticMemory(int count)
{
    private readonly AlignedArray rows = new(Statistics.Rows * Statistics.Padded(count));
    private readonly int stride = Statistics.Padded(count);

    public Statistics All => new(rows.Values, stride);
}
