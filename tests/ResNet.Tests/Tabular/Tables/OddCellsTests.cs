using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>Few cells that are no numbers leave a column one of numbers; it says so.</summary>
public class OddCellsTests
{
    private const string Hint = "; TableOptions.OddCells can take it for missing.";

    [Fact]
    public void Marks_of_missing_values_are_no_odd_cells()
    {
        ColumnDescription column = OneColumn.Describe(OneColumn.Numbers(300, (10, "NULL"), (20, "n/a"), (30, null)));

        column.ShouldRange(0.25, 299.25, missing: 0.01);
        column.Doubts.Should().BeEmpty();
    }

    [Fact]
    public void An_odd_cell_counts_as_missing_and_is_told_by_its_line()
    {
        TableDescription told = OneColumn.OfFile(OneColumn.Numbers(300, (10, "unknown"))).Describe("y");

        ColumnDescription column = told.Columns[0];
        column.ShouldRange(0.25, 299.25, missing: 1 / 300.0);
        column.Doubts.Should().Equal("x: 299 of 300 cells are numbers; line 12 has 'unknown', which counts as missing");
        told.Doubts.Should().Contain(column.Doubts[0]);
    }

    [Fact]
    public void Three_places_of_odd_cells_are_told()
    {
        string?[] cells = OneColumn.Numbers(100, (3, "-"), (5, "-"), (7, "a"), (8, "b"), (9, "c"));

        OneColumn.Describe(cells).Doubts.Should()
            .Equal("x: 95 of 100 cells are numbers; row 4 has '-', row 8 has 'a', row 9 has 'b', …, which count as missing");
    }

    [Theory]
    [InlineData(5, ColumnType.Numeric)]
    [InlineData(6, ColumnType.Categorical)]
    public void Of_a_hundred_cells_five_may_be_odd(int odd, ColumnType type)
    {
        IEnumerable<string?> cells = Enumerable.Range(0, 100).Select(row => row < odd ? "low" : $"{row % 40}.5");

        OneColumn.Describe(cells).Type.Should().Be(type);
    }

    [Fact]
    public void More_odd_cells_make_categories_which_is_told()
    {
        IEnumerable<string?> cells = Enumerable.Range(0, 100).Select(row => row % 10 == 3 ? "-" : $"{row % 40}.5");

        OneColumn.OfFile(cells).Describe("y").Columns[0].Doubts.Should().Equal(
            "x: 90 of 100 cells are numbers, but line 5 has '-': categories; " +
            "where it stands for a missing value, CsvOptions.MissingTexts tells");
        OneColumn.OfFile(cells, new CsvOptions { MissingTexts = ["-"] }).Describe("y").Columns[0].Should().BeEquivalentTo(
            new { Type = ColumnType.Numeric, Missing = 0.1, Least = 0.5, Greatest = 39.5 });
    }

    [Theory]
    [InlineData(20, ColumnType.Numeric)]
    [InlineData(21, ColumnType.Ignored)]
    public void At_most_twenty_different_texts_may_be_odd(int different, ColumnType type)
    {
        IEnumerable<string?> cells = Enumerable.Range(0, 1000).Select(row => row < different ? $"odd {row}" : $"{row}.5");

        OneColumn.Describe(cells).Type.Should().Be(type);
    }

    [Fact]
    public void Infinite_and_too_large_numbers_are_refused_and_called_so()
    {
        Refusal(OneColumn.OfFile(OneColumn.Numbers(100, (7, "inf")))).Should().Be("cars.csv, line 9, column 1 (x): 'inf' is infinite.");
        Refusal(OneColumn.OfFile(OneColumn.Numbers(100, (7, "-1e39"))))
            .Should().Be("cars.csv, line 9, column 1 (x): '-1e39' is too large for a feature, at most 3.4e38.");
        OneColumn.OfFile(OneColumn.Numbers(100, (7, "inf"))).Describe("y").Doubts
            .Should().Contain("cars.csv, line 9, column 1 (x): 'inf' is infinite.");
    }

    [Theory]
    [InlineData("9.25%", "inf", "infinite")]
    [InlineData("1,5", "1,5e60", "too large for a feature, at most 3.4e38")]
    [InlineData("1.5", "1,000,000,000,000,000,000,000,000,000,000,000,000,000,000", "too large for a feature, at most 3.4e38")]
    [InlineData("$1.50", "$1e39", "too large for a feature, at most 3.4e38")]
    public void They_are_refused_however_numbers_are_written(string other, string cell, string trouble)
    {
        string text = "x\ty\n" + string.Concat(Enumerable.Range(0, 40).Select(row => $"{(row == 7 ? cell : other)}\t{row % 2}\n"));

        Refusal(CsvText.Read(text)).Should().Be($"cars.csv, line 9, column 1 (x): '{cell}' is {trouble}.");
    }

    [Fact]
    public void A_column_of_infinite_numbers_alone_is_refused() =>
        Refusal(OneColumn.OfFile(OneColumn.Cycle(40, "inf", "-inf"))).Should().Be("cars.csv, line 2, column 1 (x): 'inf' is infinite.");

    [Fact]
    public void Strict_reading_refuses_odd_cells()
    {
        var strict = new TableOptions { OddCells = OddCells.Refused };

        Refusal(OneColumn.OfFile(OneColumn.Numbers(100, (7, "-"), (5, "."))), strict)
            .Should().Be("cars.csv, line 7, column 1 (x): expected a number, but found '.'" + Hint);
        Refusal(OneColumn.OfFile(OneColumn.Numbers(100, (7, "NULL"))), strict).Should().BeNull("NULL is a mark of missing values");
    }

    [Fact]
    public void A_column_that_is_told_to_be_numeric_may_have_few_odd_cells_or_many_if_that_is_told_too()
    {
        var numeric = new TableOptions { ColumnTypes = new Dictionary<string, ColumnType> { ["x"] = ColumnType.Numeric } };
        Table few = OneColumn.OfFile(OneColumn.Numbers(100, (7, "-"))), many = OneColumn.OfFile(OneColumn.Cycle(100, "1.5", "2.5", "-"));

        Refusal(few, numeric).Should().BeNull();
        Refusal(many, numeric).Should().Be("cars.csv, line 4, column 1 (x): expected a number, but found '-'" + Hint);
        Refusal(many, numeric with { OddCells = OddCells.Missing }).Should().BeNull();
    }

    private static string? Refusal(Table table, TableOptions? options = null) =>
        Record.Exception(() => TableEncoder.Fit(table, "y", options)) is { } thrown
            ? thrown.Should().BeOfType<InvalidDataException>().Subject.Message
            : null;
}
