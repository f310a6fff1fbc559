using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>Cross-validation in one call: each row is predicted by the model that was not trained on it.</summary>
public class CrossValidationTests
{
    private static readonly Table table = Rows(60);

    private static readonly TabularOptions brief = new()
    {
        Network = builder => builder.AddLayer(4),
        Training = training => training with { Epochs = 2 },
        Seed = 3,
    };

    [Fact]
    public void Its_folds_are_those_of_the_table()
    {
        CrossValidation result = TabularModel.CrossValidate(table, "y", folds: 4, brief);
        IReadOnlyList<(Table Training, Table Validation)> folds = table.Folds(4, seed: 3, stratifyBy: "y");

        result.Folds.Should().Equal(
            folds.Select(fold => TabularModel.Fit(fold.Training, "y", brief).Evaluate(fold.Validation)));
        result.Planned.Should().Be(4);
    }

    [Fact]
    public void Each_row_is_predicted_by_the_model_that_has_not_seen_it()
    {
        CrossValidation result = TabularModel.CrossValidate(table, "x", folds: 3, brief);
        Table validation = table.Folds(3, seed: 3)[1].Validation;
        IReadOnlyList<TabularPrediction> expected = TabularModel.Fit(table.Folds(3, seed: 3)[1].Training, "x", brief).Predict(validation);
        var ofRow = Enumerable.Range(0, 60).ToDictionary(row => table[row, 0]!, row => result.Predictions[row]!);

        Enumerable.Range(0, 20).Select(row => ofRow[validation[row, 0]!]).Should().Equal(expected);
        result.Folds[1].Keys.Should().Equal("rmse", "mae", "r2");
    }

    [Fact]
    public void Mean_and_deviation_are_over_the_folds()
    {
        CrossValidation result = TabularModel.CrossValidate(table, "y", folds: 3, brief, [Metric.LogLoss]);
        double[] losses = [.. result.Folds.Select(fold => fold["log loss"])];
        double mean = losses.Average();

        result.Mean.Should().ContainSingle().Which.Value.Should().Be(mean);
        result.Deviation["log loss"].Should().BeApproximately(Math.Sqrt(losses.Sum(loss => (loss - mean) * (loss - mean)) / 2), 1e-12);
        result.ToString().Split(Environment.NewLine).Should().HaveCount(6).And.Contain(line => line.StartsWith("deviation "));
    }

    [Fact]
    public void Cancellation_keeps_the_folds_that_are_done_and_says_how_many()
    {
        using var cancellation = new CancellationTokenSource();
        List<CrossValidationFold> reported = [];
        var progress = new Reports<CrossValidationFold>(fold =>
        {
            reported.Add(fold);
            if (fold.Number == 2) cancellation.Cancel();
        });
        CrossValidation result = TabularModel.CrossValidate(table, "y", 4, brief, progress: progress, cancellation: cancellation.Token);

        result.Folds.Should().HaveCount(2).And.Equal(reported.Select(fold => fold.Metrics));
        result.Predictions.Count(prediction => prediction is not null).Should().Be(30);
        result.ToString().Should().EndWith("2 of 4 folds done");
        reported[1].ToString().Should().StartWith("fold 2 of 4: accuracy ");
        cancellation.IsCancellationRequested.Should().BeTrue();
        TabularModel.CrossValidate(table, "y", 4, brief, cancellation: cancellation.Token).ToString().Should().Be("none of 4 folds done");
    }

    [Fact]
    public void What_the_columns_are_is_decided_on_all_rows()
    {
        // one odd cell, which is missing in whichever fold it is
        var rows = Enumerable.Range(0, 60).Select(row => new[] { row == 7 ? "none yet" : $"{row}.5", row % 2 == 0 ? "a" : "b" });

        TabularModel.CrossValidate(new Table(["x", "y"], rows), "y", 3, brief).Folds.Should().HaveCount(3);
    }

    [Fact]
    public void Weights_go_with_their_rows()
    {
        float[] weights = [.. Enumerable.Range(0, 60).Select(row => row % 5 + 1f)];
        CrossValidation result = TabularModel.CrossValidate(table, "y", 2, brief with { Weights = RowWeights.Of(weights) });
        (int[] learned, int[] measured) = Strata.Folds(Enumerable.Range(0, 60).Select(row => row % 2).ToArray(), 2, seed: 3)[0];
        TabularModel model = TabularModel.Fit(table.Rows(learned), "y", brief with { Weights = Of(learned) });

        result.Folds[0].Should().Equal(model.Evaluate(table.Rows(measured), metrics: null, Of(measured)));

        RowWeights Of(int[] rows) => RowWeights.Of([.. rows.Select(row => weights[row])]);
    }

    [Fact]
    public void Too_few_and_too_many_folds_are_refused()
    {
        FluentActions.Invoking(() => TabularModel.CrossValidate(table, "y", 1)).Should().ThrowExactly<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => TabularModel.CrossValidate(table, "y", 61)).Should().ThrowExactly<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => TabularModel.CrossValidate(table, "z")).Should().ThrowExactly<ArgumentException>();
    }

    private static Table Rows(int count)
    {
        var random = new Random(1);
        return new Table(
            ["x", "y"],
            Enumerable.Range(0, count).Select(row => new[] { $"{row}.{random.Next(10)}", row % 2 == 0 ? "even" : "odd" }));
    }

    private sealed class Reports<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
