namespace ResNet;

/// <summary>The weight of each sample's loss: its own weight times its class's.</summary>
internal readonly struct SampleWeights(Dataset data, IReadOnlyList<float>? ofClasses)
{
    public float this[int sample] => data.WeightOf(sample) * (ofClasses?[data.LabelSpan[sample]] ?? 1);
}
