namespace ResNet;

/// <summary>
/// One of the threads that run the same code over a batch side by side, each on its own share, and meet at barriers.
/// </summary>
internal readonly struct Lane
{
    private readonly LaneBarrier? barrier;

    public Lane(int index, int count, LaneBarrier barrier)
    {
        Index = index;
        Count = count;
        this.barrier = barrier;
    }

    private Lane(int count) => Count = count;

    /// <summary>A lane that has all the work to itself.</summary>
    public static Lane Alone { get; } = new(1);

    public int Index { get; }

    public int Count { get; }

    /// <summary>Waits until every lane has come here; what they wrote before is then seen by all.</summary>
    public void Barrier() => Await(Arrive());

    /// <summary>
    /// The half of a barrier that does not wait: says that this lane has come here, and gives what <see cref="Await"/> asks for.
    /// </summary>
    public int Arrive() => barrier?.Arrive(Index) ?? 0;

    /// <summary>The other half, perhaps later: waits until every lane has come there.</summary>
    public void Await(int arrival) => barrier?.Await(arrival);

    /// <summary>This lane's part of <paramref name="total"/> things, cut at multiples of <paramref name="granule"/>.</summary>
    public Slice Share(int total, int granule = 1) => Slice.Part(total, Index, Count, granule);
}
