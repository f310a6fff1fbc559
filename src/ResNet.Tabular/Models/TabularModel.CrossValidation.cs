using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tabular;

/// <content>Cross-validation.</content>
public sealed partial class TabularModel
{
    /// <summary>
    /// Fits a model to all folds of a table but one, for each of them, and measures it on that one. The folds are those of
    /// <see cref="Table.Folds"/> by the options' seed, in classification stratified by the label. What the columns are is decided on all
    /// rows.
    /// </summary>
    /// <param name="table">the rows</param>
    /// <param name="label">the column to predict</param>
    /// <param name="folds">the number of folds, from 2 to the number of rows; 5 by default</param>
    /// <param name="options">how to fit; null for the defaults</param>
    /// <param name="metrics">what to measure; null for what <see cref="Evaluate(Table)"/> measures</param>
    /// <param name="progress">receives each fold that is done</param>
    /// <param name="training">receives a report after every batch of every fold</param>
    /// <param name="cancellation">ends it after the current batch; the result has the folds that were done</param>
    /// <example>
    /// <code>
    /// CrossValidation result = TabularModel.CrossValidate(Table.FromCsv("train.csv"), label: "income");
    /// Console.WriteLine(result);
    /// Console.WriteLine($"{result.Mean["accuracy"]:P1} ± {result.Deviation["accuracy"]:P1}");
    /// </code>
    /// </example>
    /// <exception cref="ArgumentNullException">the table or the label is null.</exception>
    /// <exception cref="ArgumentException">as in <see cref="Fit"/>, or a metric does not fit the label.</exception>
    /// <exception cref="ArgumentOutOfRangeException">there are fewer than two folds, or more than rows.</exception>
    /// <exception cref="InvalidDataException">a cell or a label is invalid for its column; the message says where.</exception>
    public static CrossValidation CrossValidate(
        Table table,
        string label,
        int folds = 5,
        TabularOptions? options = null,
        IReadOnlyList<Metric>? metrics = null,
        IProgress<CrossValidationFold>? progress = null,
        IProgress<TrainingProgress>? training = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(label);
        options ??= new TabularOptions();
        LabelFinding found = LabelRules.Find(table, table.IndexOf(label), options.Task);
        if (found.Refusal is { } refusal) throw refusal;
        options = options with { Task = found.Task };
        string? stratum = found.Task == TabularTask.Classification ? label : null;
        List<MetricValues> done = [];
        var predictions = new TabularPrediction?[table.RowCount];
        foreach ((int[] learned, int[] measured) in Strata.Folds(table.StrataOf(stratum), folds, options.Seed))
        {
            if (cancellation.IsCancellationRequested) break;
            TabularOptions ofFold = options with { Weights = options.Weights?.At(learned) };
            TabularModel model = new TabularFit(table.Rows(learned), table, [label], ofFold).Run(training, cancellation);
            if (cancellation.IsCancellationRequested) break;
            Table held = table.Rows(measured);
            LabelledRows rows = model.target.Labelled(held, model.EncodeFitted, options.Weights?.At(measured));
            done.Add(rows.Measure(model.Network.Predict(rows.Data.Inputs), metrics ?? model.target.Metrics));
            IReadOnlyList<TabularPrediction> answers = model.PredictionsFor(model.EncodeFitted(held));
            foreach ((int row, TabularPrediction answer) in measured.Zip(answers)) predictions[row] = answer;
            progress?.Report(new CrossValidationFold(done.Count, folds, done[^1]));
        }

        return new CrossValidation(folds, done.AsReadOnly(), Array.AsReadOnly(predictions));
    }

    /// <summary>The features of rows by which was decided what the columns are: their odd cells are missing.</summary>
    private Matrix<float> EncodeFitted(Table table) => Encoder.Encode(table, isFit: true);
}
