using System.Globalization;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>A column is as important as the metric becomes worse where its cells are shuffled.</summary>
public class PermutationImportanceTests
{
    private const int Repeats = 8;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Noise_is_worth_nothing_within_its_deviation_and_what_decides_is_worth_most(int seed)
    {
        Table training = Rows(400, seed), later = Rows(400, seed + 100);
        TabularModel model = TabularModel.Fit(training, "y", Options(seed));
        ColumnImportances importances =
            model.PermutationImportance(later, Repeats, Metric.Accuracy, weights: null, seed, CancellationToken.None);
        var columns = importances.Columns.ToDictionary(column => column.Column);

        importances.Columns.Select(column => column.Column).First().Should().Be("x");
        columns["x"].Mean.Should().BeGreaterThan(0.2);
        columns["kind"].Mean.Should().BeGreaterThan(3 * columns["kind"].Deviation).And.BeGreaterThan(0.05);
        Math.Abs(columns["noise"].Mean).Should().BeLessThanOrEqualTo(2 * columns["noise"].Deviation);
    }

    [Fact]
    public void All_features_of_a_column_are_shuffled_together()
    {
        // the colours of a row are one of three features; shuffled apart they would be none or several
        Table table = Rows(60, seed: 1);
        TabularModel model = TabularModel.Fit(table, "y", Options(1) with { Network = builder => builder.AddLayer(4) });
        var shuffling = new ColumnShuffling(model.Encode(table).Inputs, seed: 5);
        int first = model.Encoder.FeatureNames.ToList().IndexOf("kind=a");
        var shuffled = shuffling.Shuffled(first, count: 3);

        shuffled.SubMatrix(first, 3, 0, 60).ColumnSums().Should().OnlyContain(sum => sum == 1);
        shuffled.SubMatrix(first, 3, 0, 60).RowSums().Should().Equal(model.Encode(table).Inputs.SubMatrix(first, 3, 0, 60).RowSums());
        shuffled.RemoveRow(first).RemoveRow(first).RemoveRow(first).Should().Be(
            model.Encode(table).Inputs.RemoveRow(first).RemoveRow(first).RemoveRow(first));
        shuffled.Should().NotBe(model.Encode(table).Inputs);
    }

    [Fact]
    public void The_seed_decides_and_the_metric_of_the_task_is_measured()
    {
        Table table = Rows(60, seed: 1);
        TabularModel classes = TabularModel.Fit(table, "y", Options(1)), numbers = TabularModel.Fit(table, "x", Options(1));

        classes.PermutationImportance(table).Columns.Should().Equal(classes.PermutationImportance(table).Columns);
        classes.PermutationImportance(table).Metric.Should().BeSameAs(Metric.LogLoss);
        classes.PermutationImportance(table).Value.Should().Be(classes.Evaluate(table)["log loss"]);
        numbers.PermutationImportance(table).Metric.Should().BeSameAs(Metric.RootMeanSquaredError);
        numbers.PermutationImportance(table).Columns.Select(column => column.Column).Should()
            .BeEquivalentTo("kind", "noise", "y");
    }

    [Fact]
    public void It_prints_as_a_table_with_bars()
    {
        string[] lines = TabularModel.Fit(Rows(200, seed: 1), "y", Options(1)).PermutationImportance(Rows(200, seed: 2)).ToString()
            .Split(Environment.NewLine);

        lines[0].Should().MatchRegex(@"^By how much log loss \([0-9.]+\) rises where a column is shuffled$");
        lines[1].Should().MatchRegex("^column +mean +deviation$");
        lines[2].Should().MatchRegex("^x +[0-9.]+ +[0-9.E-]+ +█{30}$");
        lines.Should().HaveCount(5);
    }

    [Fact]
    public void It_can_be_cancelled_and_needs_a_repeat()
    {
        Table table = Rows(60, seed: 1);
        TabularModel model = TabularModel.Fit(table, "y", Options(1));
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        FluentActions.Invoking(() => model.PermutationImportance(table, 2, null, null, 0, cancellation.Token)).Should()
            .Throw<OperationCanceledException>();
        FluentActions.Invoking(() => model.PermutationImportance(table, 0, null, null, 0, default)).Should()
            .ThrowExactly<ArgumentOutOfRangeException>();
    }

    private static TabularOptions Options(int seed) => new()
    {
        Network = builder => builder.AddLayer(16),
        Training = training => training with { Optimizer = new AdamW(0.02f), BatchSize = 32, Epochs = 30 },
        Seed = seed,
    };

    /// <summary>The answer is whether x, moved by the kind, is above 0; noise is a copy of x from other rows.</summary>
    private static Table Rows(int count, int seed)
    {
        var random = new Random(seed);
        double[] xs = [.. Enumerable.Range(0, count).Select(_ => 2 * random.NextDouble() - 1)], noise = [.. xs];
        random.Shuffle(noise);
        return new Table(["x", "kind", "noise", "y"], xs.Select((x, row) =>
        {
            string kind = "abc"[random.Next(3)].ToString();
            return new[] { Text(x), kind, Text(noise[row]), x + (kind[0] - 'b') * 0.4 > 0 ? "yes" : "no" };
        }));
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
