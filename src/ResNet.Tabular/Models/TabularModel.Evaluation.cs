namespace ResNet.Tabular;

/// <content>Measuring.</content>
public sealed partial class TabularModel
{
    /// <summary>Metrics of the model on labelled rows, which all count alike.</summary>
    /// <param name="table">the rows, with the label column</param>
    /// <returns>
    /// in classification <c>accuracy</c>, <c>log loss</c>, <c>roc auc</c> and <c>macro f1</c>, in regression <c>rmse</c>,
    /// <c>mae</c> and <c>r2</c>, in this order (see <see cref="Metric"/>); for several labels the mean of each metric over them, then each,
    /// such as <c>rmse of height</c>. Rows of a class that was not in the training rows are wrong in
    /// accuracy and left out of the others; <see cref="MetricValues.Doubts"/> names it
    /// </returns>
    /// <exception cref="ArgumentNullException">the table is null.</exception>
    /// <exception cref="ArgumentException">a column is missing.</exception>
    /// <exception cref="InvalidDataException">a cell is invalid for its column, or a label is missing or no number.</exception>
    public MetricValues Evaluate(Table table) => Evaluate(table, metrics: null, weights: null);

    /// <param name="table">the rows, with the label column</param>
    /// <param name="metrics">what to measure; null for what <see cref="Evaluate(Table)"/> measures</param>
    /// <param name="weights">how much each row counts; null where all count alike</param>
    /// <exception cref="ArgumentException">
    /// a column is missing, there are not as many weights as rows, or a metric does not fit the model.
    /// </exception>
    /// <inheritdoc cref="Evaluate(Table)"/>
    public MetricValues Evaluate(Table table, IReadOnlyList<Metric>? metrics, RowWeights? weights)
    {
        ArgumentNullException.ThrowIfNull(table);
        LabelledRows rows = target.Labelled(table, Encoder.Encode, weights);
        return rows.Measure(Network.Predict(rows.Data.Inputs), metrics ?? target.Metrics);
    }

    /// <summary>
    /// Which classes the model takes for which, on labelled rows; rows of a class that was not in the training rows are left out.
    /// </summary>
    /// <param name="table">the rows, with the label column</param>
    /// <exception cref="ArgumentNullException">the table is null.</exception>
    /// <exception cref="ArgumentException">a column is missing.</exception>
    /// <exception cref="InvalidDataException">a cell is invalid for its column, or a label is missing or no class at all.</exception>
    /// <exception cref="InvalidOperationException">the model does not predict one of several classes.</exception>
    public ConfusionMatrix Confusion(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (Classes.Count == 0) throw new InvalidOperationException($"The model predicts {target.Words}, of which there is no confusion.");
        LabelledRows rows = target.Labelled(table, Encoder.Encode, weights: null);
        return ConfusionMatrix.Of(rows.Predicted(Network.Predict(rows.Data.Inputs)));
    }

    /// <summary>Encodes labelled rows as a data set for the network.</summary>
    /// <param name="table">the rows, with the label column</param>
    /// <exception cref="ArgumentNullException">the table is null.</exception>
    /// <exception cref="ArgumentException">a column is missing.</exception>
    /// <exception cref="InvalidDataException">a cell or a label is invalid for its column.</exception>
    public Dataset Encode(Table table) => target.DatasetOf(table, Encoder.Encode(table));
}
