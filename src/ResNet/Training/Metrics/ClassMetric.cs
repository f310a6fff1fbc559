namespace ResNet;

/// <summary>A metric of predicted classes.</summary>
internal abstract class ClassMetric(string name, bool higherIsBetter) : Metric(name, higherIsBetter)
{
    public sealed override double Measure(Predictions predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        Check(predictions.Data, predictions.Outputs.RowCount);
        return Of(predictions);
    }

    public override void Check(Dataset data, int outputs)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Labels is null) throw Unfit("it needs one class label for each sample, but this data set has targets.");
        if (Predictions.MismatchOf(data, outputs) is { } mismatch) throw Unfit(mismatch);
    }

    protected abstract double Of(Predictions predictions);
}
