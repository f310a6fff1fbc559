namespace ResNet;

/// <summary>A run of samples, features or tasks: <paramref name="Count"/> of them from <paramref name="First"/> on.</summary>
internal readonly record struct Slice(int First, int Count)
{
    public int End => First + Count;

    /// <summary>One of so many parts of <paramref name="total"/> things, cut as evenly as multiples of <paramref name="granule"/> allow.</summary>
    public static Slice Part(int total, int index, int parts, int granule = 1)
    {
        int granules = (total + granule - 1) / granule;
        int first = Math.Min(total, (int)((long)granules * index / parts) * granule);
        int end = Math.Min(total, (int)((long)granules * (index + 1) / parts) * granule);
        return new Slice(first, end - first);
    }
}

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
