namespace ResNet;

/// <summary>A copy of a network's parameters and running statistics.</summary>
internal sealed class Snapshot
{
    private readonly (string Name, float[] Live, float[] Copy)[] arrays;

    public Snapshot(Network network) =>
        arrays = [.. network.Arrays.All.Select(array => (array.Array.Name, array.Values, (float[])array.Values.Clone()))];

    /// <summary>The copied values, by name.</summary>
    public IEnumerable<(string Name, float[] Values)> Arrays => arrays.Select(array => (array.Name, array.Copy));

    /// <summary>Copies the network's current values.</summary>
    public void Take()
    {
        foreach ((_, float[] live, float[] copy) in arrays) live.CopyTo(copy, 0);
    }

    /// <summary>The first array of the network that now has a value that is not finite; null if all are.</summary>
    public string? Broken => Array.Find(arrays, array => !Elementwise.AllFinite(array.Live)).Name;

    public void Restore()
    {
        foreach ((_, float[] live, float[] copy) in arrays) copy.CopyTo(live, 0);
    }
}
