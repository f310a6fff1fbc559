namespace ResNet;

/// <summary>
/// The memory of a plan. A buffer goes to the next signal of its width as soon as nobody reads it any more; when that is,
/// the plan says in times of its own counting.
/// </summary>
internal sealed class PlanMemory(int capacity)
{
    private readonly Dictionary<ActivationBuffer, int> lastReads = [];
    private readonly List<ActivationBuffer> free = [];

    public ActivationBuffer Rent(SampleShape shape)
    {
        int found = free.FindIndex(buffer => buffer.Shape == shape);
        if (found < 0) return ActivationBuffer.Allocate(capacity, shape);

        ActivationBuffer buffer = free[found];
        free.RemoveAt(found);
        return buffer;
    }

    /// <summary>Notes that the buffer is read until that time; one of which this is never said is never used again.</summary>
    public void Keep(ActivationBuffer buffer, int lastRead) =>
        lastReads[buffer] = Math.Max(lastReads.GetValueOrDefault(buffer, -1), lastRead);

    /// <summary>Takes back what nobody reads after that time.</summary>
    public void ReleaseAfter(int time)
    {
        foreach (ActivationBuffer buffer in lastReads.Where(entry => entry.Value <= time).Select(entry => entry.Key).ToList())
        {
            lastReads.Remove(buffer);
            free.Add(buffer);
        }
    }
}
