namespace ResNet;

/// <summary>The share of samples whose label is among the k largest logits; of equal logits the first counts as larger.</summary>
internal sealed class TopK(int k) : ClassMetric($"top-{k}", higherIsBetter: true)
{
    public override void Check(Dataset data, int outputs)
    {
        base.Check(data, outputs);
        if (data.Classes < k) throw Unfit($"it needs {k} classes, but this data set has {data.Classes}.");
    }

    protected override double Of(Predictions predictions) =>
        predictions.Mean(sample => Rank(predictions.LogitsOf(sample), predictions.Data.LabelSpan[sample]) < k ? 1 : 0);

    /// <summary>How many logits rank before the label's; NaN ranks first.</summary>
    private static int Rank(ReadOnlySpan<float> z, int label)
    {
        int before = 0;
        for (int i = 0; i < z.Length; i++)
        {
            if (i != label && (!(z[i] <= z[label]) || (z[i] == z[label] && i < label))) before++;
        }

        return before;
    }
}
