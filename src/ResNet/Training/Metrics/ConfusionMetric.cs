namespace ResNet;

/// <summary>A metric that a confusion matrix tells.</summary>
internal sealed class ConfusionMetric(string name, Func<ConfusionMatrix, double> formula) : ClassMetric(name, higherIsBetter: true)
{
    protected override double Of(Predictions predictions) => formula(ConfusionMatrix.Of(predictions));
}
