namespace ResNet;

/// <summary>A range of samples, features or tasks: <paramref name="Count"/> of them, starting at <paramref name="First"/>.</summary>
internal readonly record struct Slice(int First, int Count)
{
    public int End => First + Count;

    /// <summary>
    /// One of <paramref name="parts"/> parts of <paramref name="total"/> items, as equal as multiples of <paramref name="granule"/> allow.
    /// </summary>
    public static Slice Part(int total, int index, int parts, int granule = 1)
    {
        int granules = (total + granule - 1) / granule;
        int first = Math.Min(total, (int)((long)granules * index / parts) * granule);
        int end = Math.Min(total, (int)((long)granules * (index + 1) / parts) * granule);
        return new Slice(first, end - first);
    }
}
