namespace ResNet;

/// <summary>
/// What a network's outputs should be for the samples of a data set, as losses see it: targets in the units that the network
/// trains in, which is their standard deviation where it scales targets.
/// </summary>
internal sealed class Answers
{
    private readonly Dataset data;
    private readonly Scaling? scaling;
    private readonly float[]? scaled;

    public Answers(Network network, Dataset data)
    {
        this.data = data;
        scaling = network.TargetScaling;
        if (scaling is null || data.Targets is null) return;
        scaled = new float[data.Targets.RowCount * data.Count];
        for (int sample = 0; sample < data.Count; sample++) scaling.Apply(data.TargetOf(sample).Values, SpanOf(sample));
    }

    public Target this[int sample] => scaled is null ? data.TargetOf(sample) : new Target(SpanOf(sample));

    /// <summary>One sample's outputs in those units.</summary>
    public void Scale(ReadOnlySpan<float> output, Span<float> z)
    {
        if (scaling is null) output.CopyTo(z);
        else scaling.Apply(output, z);
    }

    /// <summary>One sample's outputs in the targets' own units.</summary>
    public void Unscale(ReadOnlySpan<float> z, Span<float> output)
    {
        if (scaling is null) z.CopyTo(output);
        else scaling.Undo(z, output);
    }

    private Span<float> SpanOf(int sample) => scaled.AsSpan(sample * (scaled!.Length / data.Count), scaled.Length / data.Count);
}
