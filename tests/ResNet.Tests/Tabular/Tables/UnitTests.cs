using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>Percent, currencies, thousands and signs.</summary>
public class UnitTests
{
    [Theory]
    [InlineData("45%", "3%", 0.03, 0.45)]
    [InlineData("12.5 %", "-5 %", -0.05, 0.125)]
    [InlineData("12,5 %", "3,25 %", 0.0325, 0.125)]
    [InlineData("$1,234.50", "$10.00", 10, 1234.5)]
    [InlineData("$1,234.50", "-$10", -10, 1234.5)]
    [InlineData("1.234,56 €", "0,99 €", 0.99, 1234.56)]
    [InlineData("€ 12", "€ 7", 7, 12)]
    [InlineData("12 EUR", "7 EUR", 7, 12)]
    [InlineData("CHF 1'234.50", "CHF 2.00", 2, 1234.5)]
    [InlineData("R$ 1.234,56", "R$ 0,50", 0.5, 1234.56)]
    [InlineData("£12", "£7", 7, 12)]
    [InlineData("+1.5", "-2.5", -2.5, 1.5)]
    [InlineData("1.5", "−2.5", -2.5, 1.5)]
    [InlineData("1,234.5", "2", 2, 1234.5)]
    [InlineData("1’234.50", "2", 2, 1234.5)]
    public void A_unit_throughout_is_left_out_of_the_numbers(string one, string other, double least, double greatest)
    {
        ColumnDescription column = Describe(one, other);

        column.ShouldRange(least, greatest);
        column.Doubts.Should().BeEmpty();
    }

    [Fact]
    public void Percent_and_plain_in_one_column_are_odd_cells()
    {
        IEnumerable<string?> Percents(int plain) => Enumerable.Range(0, 100).Select(row => row < plain ? "0.5" : $"{row % 40}%");

        ColumnDescription few = OneColumn.Describe(Percents(plain: 1));
        few.ShouldRange(0, 0.39, missing: 0.01);
        few.Doubts.Should().Equal("x: 99 of 100 cells are numbers with %; row 1 has '0.5', which counts as missing");
        ColumnDescription many = OneColumn.Describe(Percents(plain: 10));
        many.Type.Should().Be(ColumnType.Categorical);
        many.Doubts.Should().Equal("x: 90 of 100 cells are numbers with %, but row 1 has '0.5': categories; missing values are null");
    }

    [Fact]
    public void Two_currencies_are_categories()
    {
        ColumnDescription column = OneColumn.Describe(Enumerable.Range(0, 40).Select(row => row % 2 == 0 ? $"${row}" : $"€{row}"));

        column.Type.Should().Be(ColumnType.Categorical);
        column.Doubts.Should().Equal("x: numbers with different units ($, €) are categories");
    }

    [Fact]
    public void Numbers_in_parentheses_are_negative_which_is_told()
    {
        ColumnDescription column = OneColumn.Describe(OneColumn.Cycle(40, "12", "(12)", "7"));

        column.ShouldRange(-12, 12);
        column.Doubts.Should().StartWith("x: row 2 has '(12)', taken for a negative number");
        OneColumn.Describe(OneColumn.Cycle(40, "$12.00", "($1,250.50)")).Least.Should().Be(-1250.5);
        OneColumn.Describe(OneColumn.Cycle(40, "(1)", "(2)")).Doubts.Should()
            .Equal("x: row 1 has '(1)': numbers in parentheses throughout are categories");
    }

    /// <summary>Of a column of its own, since a table has one decimal mark.</summary>
    private static ColumnDescription Describe(string one, string other) =>
        new Table(["x"], OneColumn.Cycle(40, one, other).Select(cell => new[] { cell })).Describe().Columns[0];
}
