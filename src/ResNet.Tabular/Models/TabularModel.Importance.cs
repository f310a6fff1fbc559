using MathNet.Numerics.Statistics;

namespace ResNet.Tabular;

/// <content>Importance of columns.</content>
public sealed partial class TabularModel
{
    private const int Repeats = 5;

    /// <summary>
    /// How much the model needs each column, by log loss or, in regression, by the root mean squared error, each column shuffled 5 times.
    /// </summary>
    /// <param name="table">labelled rows, best such as the model was not trained on</param>
    /// <inheritdoc cref="PermutationImportance(Table, int, Metric, RowWeights, int, CancellationToken)"/>
    public ColumnImportances PermutationImportance(Table table) =>
        PermutationImportance(table, Repeats, metric: null, weights: null, seed: 0, default);

    /// <summary>
    /// How much the model needs each column: by how much a metric becomes worse where the column's cells change rows at random, so that
    /// all its features say nothing of their row any more. A column that repeats another is needed less than it tells.
    /// </summary>
    /// <param name="table">labelled rows, best such as the model was not trained on</param>
    /// <param name="repeats">how often each column is shuffled</param>
    /// <param name="metric">
    /// what to measure; null for <see cref="Metric.LogLoss"/> or, in regression, <see cref="Metric.RootMeanSquaredError"/>
    /// </param>
    /// <param name="weights">how much each row counts; null where all count alike</param>
    /// <param name="seed">the seed of the shuffling</param>
    /// <param name="cancellation">ends it after the current shuffle</param>
    /// <example>
    /// <code>
    /// TabularModel model = TabularModel.Fit(Table.FromCsv("train.csv"), label: "income");
    /// Console.WriteLine(model.PermutationImportance(Table.FromCsv("test.csv")));
    /// </code>
    /// </example>
    /// <exception cref="ArgumentNullException">the table is null.</exception>
    /// <exception cref="ArgumentException">a column is missing, or the metric does not fit the model.</exception>
    /// <exception cref="ArgumentOutOfRangeException">there is not at least one repeat.</exception>
    /// <exception cref="InvalidDataException">a cell is invalid for its column, or a label is missing or no number.</exception>
    /// <exception cref="OperationCanceledException">it was cancelled.</exception>
    public ColumnImportances PermutationImportance(
        Table table, int repeats, Metric? metric, RowWeights? weights, int seed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfLessThan(repeats, 1);
        metric ??= target.MetricOfImportance;
        LabelledRows rows = target.Labelled(table, Encoder.Encode, weights);
        var shuffling = new ColumnShuffling(rows.Data.Inputs, seed);
        double value = rows.Value(Network.Predict(rows.Data.Inputs), metric);
        List<ColumnImportance> columns = [];
        int first = 0;
        foreach (IGrouping<string, FeatureOrigin> column in Encoder.Origins.GroupBy(origin => origin.Column))
        {
            int count = column.Count();
            double[] losses = [.. Enumerable.Range(0, repeats).Select(_ => LossOf(first, count))];
            columns.Add(new ColumnImportance(column.Key, losses.Average(), ArrayStatistics.StandardDeviation(losses)));
            first += count;
        }

        return new ColumnImportances(metric, value, [.. columns.OrderByDescending(column => column.Mean)]);

        double LossOf(int feature, int count)
        {
            cancellation.ThrowIfCancellationRequested();
            double loss = rows.Value(Network.Predict(shuffling.Shuffled(feature, count)), metric) - value;
            return metric.HigherIsBetter ? -loss : loss;
        }
    }
}
