namespace ResNet;

/// <summary>−Σ log p_y/n over n samples.</summary>
internal sealed class LogLoss() : ClassMetric("log loss", higherIsBetter: false)
{
    protected override double Of(Predictions predictions) =>
        -Enumerable.Range(0, predictions.Data.Count)
            .Average(sample => predictions.LogProbability(sample, predictions.Data.Labels![sample]));
}
