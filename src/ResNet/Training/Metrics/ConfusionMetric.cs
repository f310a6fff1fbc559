namespace ResNet;

/// <summary>A metric computed from a confusion matrix.</summary>
internal sealed class ConfusionMetric(string name, Func<ConfusionMatrix, double> formula) : ClassMetric(name, higherIsBetter: true)
{
    protected override double Of(Predictions predictions) => formula(ConfusionMatrix.Of(predictions));
}
