namespace ResNet;

/// <summary>
/// The targets of a data set as losses see them: in the units that the network is trained in, which are standard deviations where
/// the network standardizes targets.
/// </summary>
internal sealed class Targets
{
    private readonly Dataset data;
    private readonly Standardization? standardization;
    private readonly float[]? standardized;

    public Targets(Dataset data, Standardization? standardization = null)
    {
        this.data = data;
        this.standardization = standardization;
        if (standardization is null || data.Targets is null) return;
        standardized = new float[data.Targets.RowCount * data.Count];
        for (int sample = 0; sample < data.Count; sample++) standardization.Apply(data.TargetOf(sample).Values, SpanOf(sample));
    }

    public Target this[int sample] => standardized is null ? data.TargetOf(sample) : new Target(SpanOf(sample));

    /// <summary>One sample's outputs in those units.</summary>
    public void Standardize(ReadOnlySpan<float> output, Span<float> z)
    {
        if (standardization is null) output.CopyTo(z);
        else standardization.Apply(output, z);
    }

    /// <summary>One sample's outputs in the targets' own units.</summary>
    public void Restore(ReadOnlySpan<float> z, Span<float> output)
    {
        if (standardization is null) z.CopyTo(output);
        else standardization.Undo(z, output);
    }

    private Span<float> SpanOf(int sample) =>
        standardized.AsSpan(sample * (standardized!.Length / data.Count), standardized.Length / data.Count);
}
