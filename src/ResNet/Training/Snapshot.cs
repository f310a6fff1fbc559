namespace ResNet;

/// <summary>A network's parameters and running statistics as they were at some moment.</summary>
internal sealed class Snapshot
{
    private readonly (string Name, float[] Live, float[] Copy)[] arrays;

    public Snapshot(Network network) =>
        arrays = [.. network.Arrays.All.Select(array => (array.Array.Name, array.Values, (float[])array.Values.Clone()))];

    /// <summary>The values taken, by name.</summary>
    public IEnumerable<(string Name, float[] Values)> Arrays => arrays.Select(array => (array.Name, array.Copy));

    /// <summary>Takes the values of now.</summary>
    public void Take()
    {
        foreach ((_, float[] live, float[] copy) in arrays) live.CopyTo(copy, 0);
    }

    /// <summary>Takes the values of now, unless one is not finite: then says which and stays as it is.</summary>
    public bool TakeIfFinite(out string? broken)
    {
        broken = Array.Find(arrays, array => !Elementwise.AllFinite(array.Live)).Name;
        if (broken is not null) return false;
        Take();
        return true;
    }

    public void Restore()
    {
        foreach ((_, float[] live, float[] copy) in arrays) copy.CopyTo(live, 0);
    }
}
