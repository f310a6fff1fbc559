namespace ResNet;

/// <summary>The mean of −log p_y over the samples.</summary>
internal sealed class LogLoss() : ClassMetric("log loss", higherIsBetter: false)
{
    protected override double Of(Predictions predictions) =>
        -predictions.Mean(sample => predictions.LogProbability(sample, predictions.Data.LabelSpan[sample]));
}
