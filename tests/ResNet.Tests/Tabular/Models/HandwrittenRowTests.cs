using System.Text.Json;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>A row that was typed by hand means what the same row in a file means.</summary>
public class HandwrittenRowTests
{
    private static readonly TabularModel model = Fit();

    [Theory]
    [InlineData("?")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("n/a")]
    [InlineData(null)]
    public void Marks_of_missing_values_are_missing(string? age) =>
        Predict(age, "Male").Should().Be(model.Predict(model.ReadText("age,sex\n?,Male\n"))[0]);

    [Theory]
    [InlineData("38", " Male ")]
    [InlineData(" 38 ", "Male")]
    [InlineData("+38", "Male\t")]
    [InlineData("38.0", "\u00a0Male")]
    public void Blanks_around_a_cell_do_not_count(string age, string sex)
    {
        TabularPrediction prediction = Predict(age, sex);

        prediction.Should().Be(Predict("38", "Male"));
        prediction.Should().NotBe(Predict("38", "Female"));
        prediction.Should().Be(model.Predict(model.ReadText($"age,sex\n{age},{sex}\n"))[0]);
    }

    [Fact]
    public void Unknown_categories_and_cells_of_no_column_are_named_in_the_answer()
    {
        TabularPrediction prediction = model.Predict(
            new Dictionary<string, string?> { ["age"] = "38", ["sex"] = "male", ["Sex"] = "Male", ["late"] = "yes" });

        prediction.Doubts.Should().Equal("sex: 'male' is no category of the training rows", "Sex: no column of the training rows");
        prediction.ToString().Split(Environment.NewLine)[1..].Should().Equal(prediction.Doubts);
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(prediction));
        json.RootElement.GetProperty("doubts").EnumerateArray().Select(doubt => doubt.GetString()).Should().Equal(prediction.Doubts);
        JsonSerializer.Deserialize<TabularPrediction>(JsonSerializer.Serialize(prediction)).Should().Be(prediction);
        Predict("38", "Male").Doubts.Should().BeEmpty();
    }

    [Fact]
    public void Missing_cells_are_named_all_of_them_and_so_are_those_there_are()
    {
        FluentActions.Invoking(() => model.Predict(new Dictionary<string, string?> { ["Age"] = "38", ["Sex"] = "Male" })).Should()
            .ThrowExactly<ArgumentException>().WithMessage("The row has no columns 'age', 'sex'; there are Age, Sex.");
        FluentActions.Invoking(() => model.Predict(new Dictionary<string, string?> { ["sex"] = "Male" })).Should()
            .ThrowExactly<ArgumentException>().WithMessage("The row has no column 'age'; there are sex.*");
    }

    [Fact]
    public void Texts_of_a_table_that_mean_nothing_are_counted()
    {
        Table later = model.ReadText("age,sex\n38,male\n20,Male\n21,male\n22,other\n");

        model.UnknownCells(later).Should().Equal(
            new UnknownCells("sex", "male", 2, "later.csv, line 2, column 2 (sex)", "no category of the training rows"),
            new UnknownCells("sex", "other", 1, "later.csv, line 5, column 2 (sex)", "no category of the training rows"));
        model.UnknownCells(later)[0].ToString().Should()
            .Be("later.csv, line 2, column 2 (sex): 'male' is no category of the training rows (2 cells)");
    }

    [Fact]
    public void Odd_cells_are_counted_where_they_are_missing()
    {
        TabularModel mild = Fit(new TableOptions { OddCells = OddCells.Missing });
        Table later = mild.ReadText("age,sex\nold,Male\n?,Male\n");

        mild.UnknownCells(later).Select(cell => cell.ToString()).Should()
            .Equal("later.csv, line 2, column 1 (age): 'old' is not a number, taken for missing");
        mild.Predict(new Dictionary<string, string?> { ["age"] = "old", ["sex"] = "Male" }).Doubts.Should()
            .Equal("age: 'old' is not a number, taken for missing");
    }

    private static TabularPrediction Predict(string? age, string sex) =>
        model.Predict(new Dictionary<string, string?> { ["age"] = age, ["sex"] = sex });

    private static TabularModel Fit(TableOptions? columns = null)
    {
        var rows = Enumerable.Range(0, 60).Select(row => new[]
        {
            row % 10 == 0 ? null : $"{20 + row}", row % 2 == 0 ? "Male" : "Female", row % 3 == 0 ? "yes" : "no",
        });
        return Brief.Fit(new Table(["age", "sex", "late"], rows), columns, label: "late");
    }
}
