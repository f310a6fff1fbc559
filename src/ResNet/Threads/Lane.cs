namespace ResNet;

/// <summary>
/// One of the threads that run the same code over a batch in parallel, each on its own share of samples, features or tasks, and
/// wait for one another at barriers.
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

    /// <summary>The only lane, which does all the work and never waits.</summary>
    public static Lane Alone { get; } = new(1);

    public int Index { get; }

    public int Count { get; }

    /// <summary>Waits until every lane has arrived here; what they wrote before is then visible to all.</summary>
    public void Barrier() => Await(Arrive());

    /// <summary>
    /// The first half of a barrier, which does not wait: signals that this lane has arrived, and returns the argument for
    /// <see cref="Await"/>.
    /// </summary>
    public int Arrive() => barrier?.Arrive(Index) ?? 0;

    /// <summary>The second half, perhaps later: waits until every lane has arrived there.</summary>
    public void Await(int arrival) => barrier?.Await(Index, arrival);

    /// <summary>This lane's share of <paramref name="total"/> items, divided at multiples of <paramref name="granule"/>.</summary>
    public Slice Share(int total, int granule = 1) => Slice.Part(total, Index, Count, granule);
}
