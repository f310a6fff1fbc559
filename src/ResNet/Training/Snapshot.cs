namespace ResNet;

/// <summary>A network's parameters and running statistics as they were when all of them were last finite.</summary>
internal sealed class Snapshot
{
    private readonly (string Name, float[] Live, float[] Copy)[] arrays;

    public Snapshot(Network network)
    {
        arrays =
        [
            .. network.Parameters.Select(parameter => (parameter.Name, parameter.Values, (float[])parameter.Values.Clone())),
            .. network.Norms.SelectMany<Norm, (string, float[], float[])>(norm =>
            [
                (norm.Name, norm.RunningMean, (float[])norm.RunningMean.Clone()),
                (norm.Name, norm.RunningVariance, (float[])norm.RunningVariance.Clone()),
            ]),
        ];
    }

    /// <summary>Takes the values of now, unless one is not finite: then says which and stays as it is.</summary>
    public bool TakeIfFinite(out string? broken)
    {
        broken = Array.Find(arrays, array => !Elementwise.AllFinite(array.Live)).Name;
        if (broken is not null) return false;
        foreach ((_, float[] live, float[] copy) in arrays) live.CopyTo(copy, 0);
        return true;
    }

    public void Restore()
    {
        foreach ((_, float[] live, float[] copy) in arrays) copy.CopyTo(live, 0);
    }
}
