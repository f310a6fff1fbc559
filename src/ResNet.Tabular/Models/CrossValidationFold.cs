namespace ResNet.Tabular;

/// <summary>A fold of cross-validation that is done, for progress.</summary>
/// <param name="Number">its number, from 1</param>
/// <param name="Planned">the number of folds</param>
/// <param name="Metrics">of its model, on the rows that it was not trained on</param>
public sealed record CrossValidationFold(int Number, int Planned, MetricValues Metrics)
{
    /// <summary>The number and the metrics, in a line, and a line for each doubt about them.</summary>
    public override string ToString() => $"fold {Number} of {Planned}: {Metrics}";
}
