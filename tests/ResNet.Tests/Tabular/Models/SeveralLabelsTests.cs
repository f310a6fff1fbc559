using System.Globalization;
using System.Text.Json;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>Several numbers, or several labels of two classes, in one model.</summary>
public class SeveralLabelsTests
{
    private static readonly TabularOptions brief = new()
    {
        Network = builder => builder.AddLayer(16),
        Training = training => training with { Optimizer = new AdamW(0.02f), BatchSize = 32, Epochs = 40 },
    };

    [Fact]
    public void Numbers_are_predicted_each_in_its_own_units()
    {
        Table table = Rows(300, seed: 1), later = Rows(100, seed: 2);
        TabularModel model = new TabularFit(table, ["sum", "difference"], Without("late", "full")).Run();

        (model.Task, model.Label, model.Classes.Count).Should().Be((TabularTask.Regression, "sum", 0));
        model.Labels.Should().Equal("sum", "difference");
        model.Encoder.FeatureNames.Should().Equal("a", "b");
        TabularPrediction prediction = model.Predict(later)[0];
        prediction.Value.Should().BeNull();
        prediction.Values.Keys.Should().Equal("sum", "difference");
        MetricValues values = model.Evaluate(later);
        values["r2 of sum"].Should().BeGreaterThan(0.9);
        values["r2 of difference"].Should().BeGreaterThan(0.9);
        values["rmse"].Should().BeApproximately((values["rmse of sum"] + values["rmse of difference"]) / 2, 1e-12);
    }

    [Fact]
    public void Labels_of_two_classes_are_predicted_each_by_itself()
    {
        Table table = Rows(300, seed: 1), later = Rows(100, seed: 2);
        TabularModel model = new TabularFit(table, ["late", "full"], Without("sum", "difference")).Run();
        TabularPrediction[] predictions = [.. model.Predict(later)];

        model.Task.Should().Be(TabularTask.MultiLabel);
        model.ToString().Should().StartWith("predicts late, full: no/yes");
        MetricValues values = model.Evaluate(later);
        values["accuracy of late"].Should().Be(
            predictions.Where((one, row) => one.Labels.Contains("late") == (later[row, 4] == "yes")).Count() / 100.0);
        values["accuracy of full"].Should().BeGreaterThan(0.9);
        values["accuracy"].Should().BeApproximately((values["accuracy of late"] + values["accuracy of full"]) / 2, 1e-12);
        predictions.Should().OnlyContain(one => one.Class == null && one.Probabilities.Keys.SequenceEqual(new[] { "late", "full" })
            && one.Labels.All(label => one.Probabilities[label] > 0.5f));
        FluentActions.Invoking(() => model.Confusion(later)).Should().ThrowExactly<InvalidOperationException>();
        model.PermutationImportance(later).Columns.Should().HaveCount(2);
    }

    [Fact]
    public void One_label_may_be_told_to_be_there_or_not()
    {
        TabularModel model = new TabularFit(Rows(60, seed: 1), "late", brief with { Task = TabularTask.MultiLabel }).Run();
        MetricValues values = model.Evaluate(Rows(60, seed: 2));

        model.Task.Should().Be(TabularTask.MultiLabel);
        values["accuracy of late"].Should().Be(values["accuracy"]);
    }

    [Theory]
    [InlineData("sum", "difference")]
    [InlineData("late", "full")]
    public void A_loaded_model_predicts_the_same(string first, string second)
    {
        Table table = Rows(60, seed: 1);
        TabularModel model = new TabularFit(table, [first, second], null).Run();
        TabularModel loaded = Brief.Reloaded(model);

        loaded.Labels.Should().Equal(first, second);
        loaded.Task.Should().Be(model.Task);
        loaded.Predict(table).Should().Equal(model.Predict(table));
        loaded.Evaluate(table).Should().Equal(model.Evaluate(table));
    }

    [Fact]
    public void Predictions_print_and_go_into_JSON()
    {
        var numbers = new TabularPrediction { Values = new Dictionary<string, float> { ["sum"] = 2.5f, ["difference"] = -1 } };
        var labels = new TabularPrediction
        {
            Labels = ["late"],
            Probabilities = new Dictionary<string, float> { ["late"] = 0.75f, ["full"] = 0.25f },
        };

        numbers.ToString().Should().Be("sum 2.5, difference -1");
        labels.ToString().Should().Be("late (late 0.75, full 0.25)");
        JsonSerializer.Serialize(numbers).Should().Be("""{"values":{"sum":2.5,"difference":-1}}""");
        JsonSerializer.Serialize(labels).Should().Be("""{"labels":["late"],"probabilities":{"late":0.75,"full":0.25}}""");
        JsonSerializer.Deserialize<TabularPrediction>(JsonSerializer.Serialize(numbers)).Should().Be(numbers);
        JsonSerializer.Deserialize<TabularPrediction>(JsonSerializer.Serialize(labels)).Should().Be(labels);
    }

    [Fact]
    public void Labels_that_do_not_go_together_are_refused()
    {
        Refused(["sum", "late"], "'sum' is a number, but 'late' a class; several labels must be all of one kind. *");
        Refused(["late", "kind"], "'kind' has 3 classes; of several labels each must have two, such as no and yes.");
        Refused(["late", "late"], "A label is there twice.*");
        Refused([], "There is no label to predict.*");
        Refused(["late", "early"], "The table has no column 'early'*");
    }

    private static void Refused(string[] labels, string message) =>
        FluentActions.Invoking(() => new TabularFit(Rows(60, seed: 1), labels, null)).Should().ThrowExactly<ArgumentException>()
            .WithMessage(message);

    private static TabularOptions Without(params string[] columns) => brief with
    {
        Columns = new TableOptions { ColumnTypes = columns.Append("kind").ToDictionary(name => name, _ => ColumnType.Ignored) },
    };

    private static Table Rows(int count, int seed)
    {
        var random = new Random(seed);
        return new Table(["a", "b", "sum", "difference", "late", "full", "kind"], Enumerable.Range(0, count).Select(row =>
        {
            (int a, int b) = (random.Next(1000), random.Next(1000));
            string difference = (a - b).ToString(CultureInfo.InvariantCulture);
            (string late, string full) = (a > 500 ? "yes" : "no", b > 300 ? "yes" : "no");
            return new[] { $"{a}", $"{b}", $"{a + b}", difference, late, full, $"kind {row % 3}" };
        }));
    }
}
