using MathNet.Numerics.Statistics;

namespace ResNet.Tabular;

/// <summary>
/// What cross-validation found: the metrics of each fold's model on the rows that it was not trained on, and what it predicted there.
/// </summary>
public sealed class CrossValidation
{
    internal CrossValidation(int planned, IReadOnlyList<MetricValues> folds, IReadOnlyList<TabularPrediction?> predictions)
    {
        Planned = planned;
        Folds = folds;
        Predictions = predictions;
        Mean = Over(folds, values => values.Average());
        Deviation = Over(folds, ArrayStatistics.StandardDeviation);
    }

    /// <summary>The number of folds that were asked for; <see cref="Folds"/> has fewer where cancellation has ended it.</summary>
    public int Planned { get; }

    /// <summary>The metrics of each fold.</summary>
    public IReadOnlyList<MetricValues> Folds { get; }

    /// <summary>The mean of each metric over the folds; empty without folds.</summary>
    public MetricValues Mean { get; }

    /// <summary>
    /// The standard deviation of each metric over the folds, √(Σ(x − x̄)²/(n − 1)) for n of them; NaN for one, empty without.
    /// </summary>
    public MetricValues Deviation { get; }

    /// <summary>
    /// The prediction for each row of the table by the model that was not trained on it; null in folds that were not done.
    /// </summary>
    public IReadOnlyList<TabularPrediction?> Predictions { get; }

    /// <summary>A line for each fold and one for mean and deviation, then doubts.</summary>
    public override string ToString()
    {
        if (Folds.Count == 0) return $"none of {Shown.Count(Planned, "fold")} done";
        string[] names = [.. Folds[0].Keys];
        IEnumerable<string[]> rows = Folds.Select((fold, index) => Row($"{index + 1}", name => Shown.Number(fold[name])));
        string[][] ends = [Row("mean", name => Shown.Number(Mean[name])), Row("deviation", name => Shown.Number(Deviation[name]))];
        IEnumerable<string> lines =
        [
            .. ShownTable.Lines([["fold", .. names], .. rows, .. ends]),
            .. Folds.Count < Planned ? [$"{Folds.Count} of {Planned} folds done"] : (string[])[],
            .. Folds.SelectMany(fold => fold.Doubts).Distinct().Select(Shown.Sentence),
        ];
        return string.Join(Environment.NewLine, lines);

        string[] Row(string first, Func<string, string> cell) => [first, .. names.Select(cell)];
    }

    private static MetricValues Over(IReadOnlyList<MetricValues> folds, Func<double[], double> formula) => new(
        folds.SelectMany(fold => fold.Keys).Distinct()
            .Select(name => KeyValuePair.Create(name, formula([.. folds.Select(fold => fold[name])]))));
}
