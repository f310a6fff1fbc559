using ResNet.Tabular;

namespace ResNet.Samples;

/// <summary>Cross-validation: a model for each fold, tested on the rows that it was not trained on.</summary>
internal static class CrossValidation
{
    /// <summary>The metrics over all rows: root mean squares of the folds' RMSE, means of the other metrics.</summary>
    public static IReadOnlyDictionary<string, double> Run(Table table, string label, int folds, int seed, Func<Table, TabularModel> train)
    {
        List<(int Rows, IReadOnlyDictionary<string, double> Metrics)> results = [];
        foreach ((Table training, Table validation) in table.Folds(folds, seed, stratifyBy: label))
        {
            TabularModel model = train(training);
            MetricValues measured = model.Evaluate(validation);
            Dictionary<string, double> metrics = new(measured);
            if (model.Task == TabularTask.Regression)
            {
                metrics["least squares rmse"] = LeastSquares.RootMeanSquaredError(model.Encode(training), model.Encode(validation));
            }

            string values = string.Join(", ", metrics.Select(metric => $"{metric.Key} {metric.Value:0.0000}"));
            Terminal.WriteLine($"fold {results.Count + 1} of {folds}: {values}");
            Doubts.Print(measured.Doubts, "About these figures");
            results.Add((validation.RowCount, metrics));
        }

        return results[0].Metrics.Keys.ToDictionary(name => name, name => Over(results, name));
    }

    private static double Over(List<(int Rows, IReadOnlyDictionary<string, double> Metrics)> results, string name)
    {
        double power = name.EndsWith("rmse", StringComparison.Ordinal) ? 2 : 1;
        double sum = results.Sum(fold => fold.Rows * Math.Pow(fold.Metrics[name], power));
        return Math.Pow(sum / results.Sum(fold => fold.Rows), 1 / power);
    }
}
