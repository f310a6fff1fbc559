using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>Numbers and texts that only name their rows are left out.</summary>
public class RowNumberTests
{
    public static TheoryData<string, Func<int, string>> Running => new()
    {
        { "from 0", row => $"{row}" },
        { "from 1000", row => $"{1000 + row}" },
        { "with gaps", row => $"{1 + row + row / 4}" },
        { "downwards", row => $"{40 - row}" },
        { "in any order", row => $"{row * 17 % 40}" },
        { "in any order and with gaps", row => $"{row * 17 % 40 + row * 17 % 40 / 3}" },
    };

    [Theory]
    [MemberData(nameof(Running))]
    public void A_running_number_is_left_out(string how, Func<int, string> cell)
    {
        ColumnDescription column = OneColumn.Describe(Enumerable.Range(0, 40).Select(cell));

        column.Type.Should().Be(ColumnType.Ignored, how);
        column.Doubts.Should().Equal("x: a running number; left out");
    }

    public static TheoryData<string, Func<int, string?>> NotRunning => new()
    {
        { "with a step", row => $"{10 * row}" },
        { "with a value twice", row => $"{(row == 39 ? 38 : row)}" },
        { "with a value missing", row => row == 3 ? null : $"{row}" },
        { "measured", row => $"{row}.0" },
        { "of both signs", row => row < 20 ? $"-{20 - row}" : $"{row - 20}" },
        { "with fractions", row => $"{row / 2}.{row % 2 * 5}" },
    };

    [Theory]
    [MemberData(nameof(NotRunning))]
    public void Other_numbers_are_not(string how, Func<int, string?> cell) =>
        OneColumn.Describe(Enumerable.Range(0, 40).Select(cell)).Type.Should().Be(ColumnType.Numeric, how);

    [Fact]
    public void Few_rows_are_not_numbered() =>
        OneColumn.Describe(Enumerable.Range(0, 19).Select(row => $"{row}")).Type.Should().Be(ColumnType.Numeric);

    [Theory]
    [InlineData("id", true)]
    [InlineData("ID", true)]
    [InlineData("customer_id", true)]
    [InlineData("customerId", true)]
    [InlineData("CustomerID", true)]
    [InlineData("row index", true)]
    [InlineData("paid", false)]
    [InlineData("COVID", false)]
    [InlineData("price", false)]
    public void Different_whole_numbers_under_the_name_of_an_id_are_left_out(string name, bool isId)
    {
        string[] Row(int row) => [$"{row * row * 31 + 7}", $"{row % 5}.5", "a"];
        var table = new Table([name, "w", "y"], Enumerable.Range(0, 40).Select(Row));

        ColumnDescription column = table.Describe("y").Columns[0];
        column.Type.Should().Be(isId ? ColumnType.Ignored : ColumnType.Numeric);
        column.Doubts.Should().Equal(isId
            ? $"{name}: a whole number for each row, as ids have; left out"
            : $"{name}: a different whole number in each row, taken for a quantity; where it is a name, ColumnType.Ignored tells");
    }

    [Fact]
    public void An_id_that_comes_again_is_a_number() =>
        new Table(["id", "w", "y"], Enumerable.Range(0, 40).Select(row => new[] { $"{row / 2 * 100}", $"{row % 5}.5", "a" }))
            .Describe("y").Columns[0].Type.Should().Be(ColumnType.Numeric);

    [Fact]
    public void What_would_be_left_out_is_kept_where_there_is_nothing_else()
    {
        var table = new Table(["x", "y"], Enumerable.Range(0, 40).Select(row => new[] { $"{row}", row % 2 == 0 ? "no" : "yes" }));

        TableDescription told = table.Describe("y");
        told.Columns[0].Type.Should().Be(ColumnType.Numeric);
        told.Doubts.Should().Equal("x: a running number; kept, since there is no other column");
    }
}
