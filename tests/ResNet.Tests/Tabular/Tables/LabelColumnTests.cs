using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>What a label column is taken for.</summary>
public class LabelColumnTests
{
    private const string FewClasses =
        "y: 3 different whole numbers, taken for classes; TabularTask.Regression as the task predicts numbers";

    [Fact]
    public void Fractions_are_a_regression_however_few()
    {
        ColumnDescription label = Describe("0.5", "1", "1.5");

        label.ShouldRange(0.5, 1.5);
        label.Doubts.Should().BeEmpty();
        Describe("45%", "50%").ShouldRange(0.45, 0.5);
        Describe("$1,200.50", "$3.50").ShouldRange(3.5, 1200.5);
        Describe("1,5", "2,5").ShouldRange(1.5, 2.5);
    }

    [Theory]
    [InlineData("0", "1", "2")]
    [InlineData("0.0", "1.0", "2.0")]
    public void Few_whole_numbers_are_announced_as_classes(params string[] labels)
    {
        ColumnDescription label = Describe(labels);

        label.Type.Should().Be(ColumnType.Categorical);
        label.Categories.Should().Equal(labels);
        label.Doubts.Should().Equal(FewClasses);
    }

    [Fact]
    public void Whole_numbers_of_more_than_twenty_values_are_a_regression()
    {
        Describe([.. Enumerable.Range(0, 20).Select(value => $"{value}")]).Type.Should().Be(ColumnType.Categorical);
        Describe([.. Enumerable.Range(0, 21).Select(value => $"{value}")]).ShouldRange(0, 20);
    }

    [Fact]
    public void Labels_of_one_value_are_one_class_which_is_told()
    {
        ColumnDescription label = Describe("1", "01", "0", "1.0", "1", "2");

        label.Categories.Should().Equal("1", "0", "2");
        label.Doubts.Should().Equal(FewClasses, "y: labels of one value are one class: '1' and '01' and '1.0' are '1'");
    }

    [Fact]
    public void Labels_of_one_width_with_leading_zeros_stay_as_written()
    {
        Describe("001", "010", "100").Categories.Should().Equal("001", "010", "100");
        Describe("001", "010", "100").Doubts.Should().BeEmpty();
    }

    [Fact]
    public void Among_texts_only_blanks_are_missing_and_other_marks_are_told_to_be_classes()
    {
        ColumnDescription label = OfFile("None", "Mild", "Severe").Describe("y").Columns[1];

        (label.Missing, label.Type).Should().Be((0.0, ColumnType.Categorical));
        label.Categories.Should().Equal("None", "Mild", "Severe");
        label.Doubts.Should().Equal(
            "y: line 2 has 'None', which is a class among texts, though it marks missing values elsewhere; " +
            "CsvOptions.MissingTexts tells otherwise");
        Describe("EU", "NA", "AS").Categories.Should().Equal("EU", "NA", "AS");
    }

    [Fact]
    public void A_label_that_is_missing_or_odd_is_told_and_refused_by_its_place()
    {
        Refusal(OfFile("0", "NULL", "1")).Should().Be("cars.csv, line 3, column 2 (y): the label is missing.");
        Refusal(OfFile(new CsvOptions { MissingTexts = ["none"] }, "None", "Mild")).Should()
            .Be("cars.csv, line 2, column 2 (y): the label is missing.");
        string[] numbers = [.. Enumerable.Range(0, 39).Select(row => $"{row}.5")];
        Refusal(OfFile([.. numbers, "unknown"])).Should().Be(
            "cars.csv, line 41, column 2 (y): expected a number, but found 'unknown', and a label cannot be missing.");
        Refusal(OfFile([.. numbers, "inf"])).Should().Be("cars.csv, line 41, column 2 (y): 'inf' is infinite.");
        Refusal(OfFile([.. numbers, "NA"])).Should().Be("cars.csv, line 41, column 2 (y): the label is missing.");
    }

    [Fact]
    public void Classes_that_may_be_slips_are_told()
    {
        Describe("0", "1", "x").Doubts.Should().Equal("y: 27 of 40 cells are numbers, but row 3 has 'x': classes");
        Describe("yes", "Yes", "no").Doubts.Should().Equal("y: 'yes' and 'Yes' differ in letter case alone and are different classes");
        Describe([.. Enumerable.Range(0, 40).Select(row => $"name {row}")]).Doubts.Should()
            .Equal("y: 40 classes in 40 rows leave few rows to learn each from");
    }

    private static ColumnDescription Describe(params string[] labels)
    {
        IEnumerable<string?[]> rows = OneColumn.Cycle(40, labels).Select((label, row) => new[] { $"{row * row % 17}", label });
        return new Table(["x", "y"], rows).Describe("y").Columns[1];
    }

    private static Table OfFile(params string[] labels) => OfFile(new CsvOptions(), labels);

    private static Table OfFile(CsvOptions options, params string[] labels)
    {
        IEnumerable<string> rows = OneColumn.Cycle(40, labels).Select((label, row) => $"{row * row % 17}.5\t{label}\n");
        return CsvText.Read($"x\ty\n{string.Concat(rows)}", options);
    }

    /// <summary>The message of the error, which is a doubt of the description, too.</summary>
    private static string Refusal(Table table)
    {
        string message = FluentActions.Invoking(() => TabularModel.Fit(table, "y"))
            .Should().ThrowExactly<InvalidDataException>().Which.Message;
        table.Describe("y").Doubts.Should().Contain(message);
        return message;
    }
}
