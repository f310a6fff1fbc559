using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>What columns of numbers may be beside quantities.</summary>
public class NumberColumnTests
{
    private const string FewIntegers =
        "x: few different whole numbers, taken for quantities; " +
        "where they are names, such as those of months, ColumnType.Categorical tells";

    [Fact]
    public void Few_different_whole_numbers_stay_numbers_and_are_told()
    {
        string[] Upto(int last) => [.. Enumerable.Range(1, last).Select(value => $"{value}")];
        TableDescription months = OneColumn.Of(OneColumn.Cycle(120, Upto(12))).Describe("y");

        months.Columns[0].Type.Should().Be(ColumnType.Numeric);
        months.Doubts.Should().Equal(FewIntegers);
        OneColumn.Of(OneColumn.Cycle(120, "0", "1")).Describe("y").Doubts.Should().BeEmpty("of two it makes no difference");
        OneColumn.Of(OneColumn.Cycle(120, "1.5", "2.5", "3")).Describe("y").Doubts.Should().BeEmpty("a fraction is no name");
        OneColumn.Of(OneColumn.Cycle(320, Upto(32))).Describe("y").Doubts.Should().BeEmpty();
    }

    [Fact]
    public void The_option_makes_them_categories()
    {
        var options = new TableOptions { ColumnTypes = new Dictionary<string, ColumnType> { ["x"] = ColumnType.Categorical } };
        Table table = OneColumn.Of(OneColumn.Cycle(120, "1", "2", "01", "1.0"));

        table.Describe("y", options).Columns[0].Categories.Should().Equal("1", "2", "01", "1.0");
        table.Describe("y", options).Doubts.Should().BeEmpty();
    }

    [Fact]
    public void Constant_columns_and_columns_without_values_are_no_trouble()
    {
        ColumnDescription constant = OneColumn.Describe(OneColumn.Cycle(40, "5"));
        constant.ShouldRange(5, 5);

        ColumnDescription missing = OneColumn.Describe(OneColumn.Cycle(40, "NULL", null, "n/a"));
        missing.Should().BeEquivalentTo(new { Type = ColumnType.Ignored, Missing = 1.0, Least = default(double?) });
        missing.Doubts.Should().Equal("x: all cells are missing; left out");
    }

    [Theory]
    [InlineData("01067", "80331", "row 1 has '01067'")]
    [InlineData("80331", "1067", "01067", "row 3 has '01067'")]
    [InlineData("007", "100", "row 1 has '007'")]
    public void Digits_with_leading_zeros_are_categories(params string[] cellsThenPlace)
    {
        ColumnDescription column = OneColumn.Describe(OneColumn.Cycle(40, cellsThenPlace[..^1]));

        column.Type.Should().Be(ColumnType.Categorical);
        column.Categories.Should().BeEquivalentTo(cellsThenPlace[..^1]);
        column.Doubts.Should().Equal($"x: {cellsThenPlace[^1]}: digits with leading zeros are categories");
    }

    [Fact]
    public void An_odd_cell_among_them_changes_nothing() =>
        OneColumn.Describe(OneColumn.Cycle(40, "01067", "80331").Append("unknown")).Type.Should().Be(ColumnType.Categorical);

    [Fact]
    public void A_leading_zero_that_may_be_a_slip_is_told()
    {
        ColumnDescription column = OneColumn.Describe(Enumerable.Range(0, 100).Select(row => row == 50 ? "012" : $"{row * 37 % 70}"));

        column.ShouldRange(0, 69);
        column.Doubts.Should().Equal(
            "x: row 51 has '012', taken for a quantity; where leading zeros mean something, ColumnType.Categorical tells");
    }

    [Fact]
    public void Zeros_and_fractions_below_one_are_no_codes()
    {
        OneColumn.Describe(OneColumn.Cycle(40, "0", "7", "0.5")).Type.Should().Be(ColumnType.Numeric);
        OneColumn.Describe(OneColumn.Cycle(40, "0", "10")).Type.Should().Be(ColumnType.Numeric);
    }

    [Fact]
    public void Telephones_are_no_numbers()
    {
        OneColumn.Describe(OneColumn.Cycle(40, "+4915112345", "+4917098765")).Doubts.Should()
            .Equal("x: row 1 has '+4915112345': digits as of telephones are categories");
        OneColumn.Describe(OneColumn.Cycle(40, "555 123 456", "555 123 789")).Type.Should().Be(ColumnType.Categorical);
        OneColumn.Describe(OneColumn.Cycle(40, "1 234 567", "999 999")).ShouldRange(999_999, 1_234_567);
        OneColumn.Describe(Enumerable.Range(0, 40).Select(row => $"+49 151 {100 + row * 7} {200 + row * 11}")).Type
            .Should().Be(ColumnType.Ignored);
    }

    [Fact]
    public void Numbers_of_too_many_digits_are_told() =>
        OneColumn.Describe(OneColumn.Cycle(40, "128020116543483501", "128020116543483502")).Doubts.Should().StartWith(
            "x: row 1 has '128020116543483501', more digits than a number keeps; where they are names, ColumnType.Categorical tells");

    [Fact]
    public void Numbers_that_look_like_dates_are_told() =>
        OneColumn.Describe(OneColumn.Cycle(40, "20240131", "20240229")).Doubts.Should().Equal(
            "x: numbers that look like dates, taken for quantities; dates are written as in 2024-01-31");
}
