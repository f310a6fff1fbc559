using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>What a table is taken for is decided on all rows given to a fit, whatever the seed, and told with the model.</summary>
public class ModelDoubtsTests
{
    /// <summary>One row of 60 has the odd cell, one the date that settles the order, one the text among classes, and so on.</summary>
    private static readonly Table table = CsvText.Read("id,x,born,zip,month,y\n" + string.Concat(Enumerable.Range(0, 60).Select(row =>
        $"{row + 1},{(row == 3 ? "low" : $"{row}.5")},{(row == 30 ? 31 : row % 9 + 1)}/0{row % 3 * 2 + 1}/2024," +
        $"{(row == 7 ? "01067" : $"8033{row % 9}")},{row % 4},{(row == 11 ? "1.0" : $"{row % 2}")}\n")));

    private static readonly string[] doubts =
    [
        "id: a running number; left out",
        "x: 59 of 60 cells are numbers; line 5 has 'low', which counts as missing",
        "zip: line 9 has '01067': digits with leading zeros are categories",
        "month: few different whole numbers, taken for quantities; " +
            "where they are names, such as those of months, ColumnType.Categorical tells",
        "y: 2 different whole numbers, taken for classes; TabularTask.Regression as the task predicts numbers",
        "y: labels of one value are one class: '1' and '1.0' are '1'",
    ];

    [Fact]
    public void Doubts_come_with_the_model_as_the_table_tells_them()
    {
        Brief.Fit(table).Doubts.Should().Equal(doubts);
        table.Describe("y").Doubts.Should().Equal(doubts);
        Brief.Reloaded(Brief.Fit(table)).Doubts.Should().BeEmpty();
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.15)]
    public void The_outcome_is_the_same_for_every_seed(double validation)
    {
        for (int seed = 0; seed < 8; seed++)
        {
            TabularModel model = Brief.Fit(table, seed: seed, validation: validation);

            model.Doubts.Should().Equal(doubts);
            model.Classes.Should().Equal("0", "1");
            model.Encoder.ColumnTypes.Should().Equal(new Dictionary<string, ColumnType>
            {
                ["id"] = ColumnType.Ignored,
                ["x"] = ColumnType.Numeric,
                ["born"] = ColumnType.Date,
                ["zip"] = ColumnType.Categorical,
                ["month"] = ColumnType.Numeric,
            });
        }
    }

    [Theory]
    [InlineData("0.37", "1.37", TabularTask.Regression)]
    [InlineData("1,5", "2,5", TabularTask.Regression)]
    [InlineData("5 %", "10 %", TabularTask.Regression)]
    [InlineData("$1", "$2.50", TabularTask.Regression)]
    [InlineData("1", "2", TabularTask.Classification)]
    [InlineData("001", "010", TabularTask.Classification)]
    [InlineData("no", "yes", TabularTask.Classification)]
    public void Fractions_are_a_regression_and_few_whole_numbers_classes(string one, string other, TabularTask task)
    {
        Table rows = new(["x", "y"], OneColumn.Cycle(40, one, other).Select((label, row) => new[] { $"{row * row % 17}", label }));

        TabularModel model = Brief.Fit(rows);
        model.Task.Should().Be(task);
        model.Classes.Should().Equal(task == TabularTask.Regression ? [] : new[] { one, other });
        Brief.Reloaded(model).Task.Should().Be(task);
    }

    [Fact]
    public void The_task_that_is_told_needs_no_announcement_but_its_classes_do()
    {
        Brief.Fit(table, task: TabularTask.Classification).Doubts.Should().Equal(
            doubts.Where(doubt => !doubt.Contains("taken for classes", StringComparison.Ordinal)));
        Table cases = new(["x", "y"], OneColumn.Cycle(40, "yes", "no", "Yes").Select((label, row) => new[] { $"{row}.5", label }));
        Brief.Fit(cases, task: TabularTask.Classification).Doubts.Should().Equal(
            "y: 'yes' and 'Yes' differ in letter case alone and are different classes");
        Brief.Fit(table, task: TabularTask.Regression).Doubts.Should().NotContain(doubt => doubt.StartsWith("y: 2"));
        Brief.Fit(table, task: TabularTask.Regression).Task.Should().Be(TabularTask.Regression);
    }

    [Fact]
    public void Money_is_predicted_in_its_own_units()
    {
        Table rows = new(["x", "y"], Enumerable.Range(0, 40).Select(row => new[] { $"{row * row % 17}", $"${row},000.50" }).Skip(1));
        TabularModel model = Brief.Reloaded(Brief.Fit(rows));

        model.Evaluate(rows)["mae"].Should().BeInRange(100, 40_000);
        model.Encode(rows).Targets!.Row(0).Take(2).Should().Equal(1000.5f, 2000.5f);
    }
}
