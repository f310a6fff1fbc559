namespace ResNet;

/// <summary>
/// The memory of a plan. In training every signal keeps its own; for inference a buffer goes to the next operation that
/// wants one of its size as soon as its last reader has run.
/// </summary>
internal sealed class PlanMemory(int capacity, bool reuse)
{
    private readonly Dictionary<float[], int> lastReads = [];
    private readonly List<float[]> free = [];

    public Activations Rent(int width)
    {
        int length = checked(capacity * width);
        int found = free.FindIndex(memory => memory.Length == length);
        if (found < 0) return new Activations(new float[length], width);

        float[] memory = free[found];
        free.RemoveAt(found);
        return new Activations(memory, width);
    }

    /// <summary>Notes that the memory is read until the operation of that index.</summary>
    public void Keep(Activations activations, int lastRead)
    {
        if (!reuse) return;
        int known = lastReads.GetValueOrDefault(activations.Memory, -1);
        lastReads[activations.Memory] = Math.Max(known, lastRead);
    }

    /// <summary>Takes back what nobody reads after the operation of that index.</summary>
    public void ReleaseAfter(int index)
    {
        foreach (float[] memory in lastReads.Where(entry => entry.Value <= index).Select(entry => entry.Key).ToList())
        {
            lastReads.Remove(memory);
            free.Add(memory);
        }
    }
}
