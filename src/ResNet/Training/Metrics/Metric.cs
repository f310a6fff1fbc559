namespace ResNet;

/// <summary>
/// A number that says how good a network is on a whole data set. Derive from it for a custom metric, to be monitored, reported
/// and kept in the history.
/// </summary>
/// <example>
/// <code>
/// /// &lt;summary>The share of targets that the first output meets within 1.&lt;/summary>
/// public sealed class WithinOne() : Metric("within one", higherIsBetter: true)
/// {
///     public override double Measure(Predictions predictions)
///     {
///         Matrix&lt;float> misses = (predictions.Outputs - predictions.Data.Targets!).PointwiseAbs();
///         return misses.Row(0).Count(miss => miss &lt;= 1) / (double)misses.ColumnCount;
///     }
/// }
/// </code>
/// </example>
public abstract class Metric
{
    /// <summary>A metric with a name.</summary>
    /// <param name="name">its name in results</param>
    /// <param name="higherIsBetter">whether larger values are better</param>
    /// <exception cref="ArgumentException">the name is empty.</exception>
    protected Metric(string name, bool higherIsBetter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        HigherIsBetter = higherIsBetter;
    }

    /// <summary>"accuracy": the share of samples classified correctly (see <see cref="Predictions.ClassOf"/>).</summary>
    public static Metric Accuracy { get; } = new ConfusionMetric("accuracy", matrix => matrix.Accuracy);

    /// <summary>"macro precision": see <see cref="ConfusionMatrix.MacroPrecision"/>.</summary>
    public static Metric MacroPrecision { get; } = new ConfusionMetric("macro precision", matrix => matrix.MacroPrecision);

    /// <summary>"macro recall": see <see cref="ConfusionMatrix.MacroRecall"/>.</summary>
    public static Metric MacroRecall { get; } = new ConfusionMetric("macro recall", matrix => matrix.MacroRecall);

    /// <summary>"macro f1": see <see cref="ConfusionMatrix.MacroF1"/>.</summary>
    public static Metric MacroF1 { get; } = new ConfusionMetric("macro f1", matrix => matrix.MacroF1);

    /// <summary>
    /// "log loss": −Σ log p_y/n over n samples, with the probability p_y of a sample's label y
    /// (<see cref="Predictions.Probabilities"/>), computed from the logits. Lower is better.
    /// </summary>
    public static Metric LogLoss { get; } = new LogLoss();

    /// <summary>
    /// "roc auc": the area under the receiver operating characteristic, that is, how often a sample of a class gets a higher
    /// probability for it than a sample of another class; ties count half. With two classes that of class 1 against class 0,
    /// with more the mean of each class that occurs against the rest. NaN where all labels are the same or a logit is not finite.
    /// </summary>
    public static Metric RocAuc { get; } = new RocAuc();

    /// <summary>
    /// "rmse": √(Σ(z − t)²/(nK)) over n samples with K outputs z and targets t each, in the targets' units. Lower is better.
    /// </summary>
    public static Metric RootMeanSquaredError { get; } = new RegressionMetric(
        "rmse", higherIsBetter: false, predictions => Math.Sqrt(RegressionMetric.Mean(predictions, RegressionMetric.Square)));

    /// <summary>
    /// "mae": Σ|z − t|/(nK) over n samples with K outputs z and targets t each, in the targets' units. Lower is better.
    /// </summary>
    public static Metric MeanAbsoluteError { get; } = new RegressionMetric(
        "mae", higherIsBetter: false, predictions => RegressionMetric.Mean(predictions, Math.Abs));

    /// <summary>
    /// "r2": 1 − Σ(z − t)²/Σ(t − t̄)² over all samples and outputs, with the mean t̄ of each output's targets: 1 is perfect, 0 no
    /// better than the means. NaN where no output's targets differ.
    /// </summary>
    public static Metric R2 { get; } = new RegressionMetric(
        "r2", higherIsBetter: true, RegressionMetric.Determination);

    /// <summary>The name in results, such as <c>accuracy</c>.</summary>
    public string Name { get; }

    /// <summary>Whether larger values are better.</summary>
    public bool HigherIsBetter { get; }

    /// <summary>
    /// "top-5" for k = 5: the share of samples whose label is among the k largest logits; of equal logits the first counts as
    /// larger.
    /// </summary>
    /// <param name="k">k, at least 1 and at most the number of classes</param>
    /// <exception cref="ArgumentOutOfRangeException">k is less than 1.</exception>
    public static Metric TopK(int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        return new TopK(k);
    }

    /// <summary>
    /// The metric's value over all samples, which count by <see cref="Predictions.Weights"/>. A fit measures without weights, also
    /// where its data has some for the loss.
    /// </summary>
    /// <param name="predictions">the network's outputs and the data they belong to</param>
    /// <exception cref="ArgumentException">the metric cannot be used with this data.</exception>
    public abstract double Measure(Predictions predictions);

    /// <summary>Refuses data that the metric cannot be used with. Called before training starts.</summary>
    /// <param name="data">the data</param>
    /// <param name="outputs">the width of the network's output</param>
    /// <exception cref="ArgumentException">the metric cannot be used with this data or this number of outputs.</exception>
    public virtual void Check(Dataset data, int outputs)
    {
    }

    /// <summary>The name, and whether higher or lower is better.</summary>
    public override string ToString() => $"{Name} ({(HigherIsBetter ? "higher" : "lower")} is better)";

    private protected ArgumentException Unfit(string why) => new($"The metric '{Name}' cannot be used with this data: {why}");
}
