using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

public class TableTests
{
    private static readonly string[] columns = ["a", "b"];

    [Fact]
    public void A_table_holds_a_copy_of_its_rows()
    {
        string?[][] rows = [["1", null], ["2", "x"]];
        var table = new Table(columns, rows);
        rows[1][1] = "y";

        table.RowCount.Should().Be(2);
        table.Row(0).Should().Equal("1", null);
        table.Row(1).Should().Equal("2", "x");
        table.IndexOf("b").Should().Be(1);
    }

    [Fact]
    public void Rows_are_picked_in_the_order_asked_for()
    {
        Table picked = new Table(columns, [["1", "x"], ["2", "y"], ["3", "z"]]).Rows([2, 0]);

        picked.RowCount.Should().Be(2);
        picked.Row(0).Should().Equal("3", "z");
        picked.Row(1).Should().Equal("1", "x");
        FluentActions.Invoking(() => TableEncoder.Fit(picked, "a", Numeric("b")))
            .Should().Throw<InvalidDataException>().WithMessage("Row 3, column 2 (b): expected a number, but found 'z'.");
    }

    [Fact]
    public void What_is_no_table_is_refused()
    {
        Refused<ArgumentNullException>(() => new Table(null!, [["1"]]), "columns");
        Refused<ArgumentNullException>(() => new Table(columns, null!), "rows");
        Refused<ArgumentNullException>(() => new Table(columns, [null!]), "rows");
        Refused<ArgumentException>(() => new Table([], [[]]), "columns", "A table needs a column.*");
        Refused<ArgumentException>(() => new Table(columns, []), "rows", "A table needs a row.*");
        Refused<ArgumentException>(() => new Table(columns, [["1", "2"], ["3"]]), "rows", "Row 1 has 1 cells, expected 2*");
        Refused<ArgumentException>(() => new Table(["a", "b", "a"], [["1", "2", "3"]]), "columns", "Columns 1 and 3 are both named 'a'.*");
        FluentActions.Invoking(() => new Table(columns, [["1", "2"]]).IndexOf("c"))
            .Should().Throw<ArgumentException>().WithMessage("The table has no column 'c'; there are a, b.*");
    }

    private static TableOptions Numeric(string column) => new() { ColumnTypes = new Dictionary<string, ColumnType> { [column] = ColumnType.Numeric } };

    private static void Refused<TException>(Func<Table> make, string parameter, string message = "*")
        where TException : ArgumentException =>
        make.Should().ThrowExactly<TException>().WithParameterName(parameter).WithMessage(message);
}
