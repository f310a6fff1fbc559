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
    public void A_split_holds_back_a_share_of_every_value()
    {
        // 100 rows of x, 10 of y, 1 of z: a fifth is 20 and 2, and z keeps the one it has
        var table = new Table(
            columns, Enumerable.Range(0, 111).Select(row => new[] { $"{row}", row < 100 ? "x" : row < 110 ? "y" : "z" }));
        (Table kept, Table held) = table.Split(0.2, seed: 3, stratifyBy: "b");

        Cells(held, 1).Count(cell => cell == "x").Should().Be(20);
        Cells(held, 1).Count(cell => cell == "y").Should().Be(2);
        Cells(held, 1).Should().NotContain("z");
        Cells(kept, 0).Concat(Cells(held, 0)).Should().BeEquivalentTo(Cells(table, 0));
        Cells(kept, 0).Select(int.Parse!).Should().BeInAscendingOrder();
        Cells(held, 0).Select(int.Parse!).Should().BeInAscendingOrder();
    }

    [Fact]
    public void A_split_depends_on_its_seed_alone()
    {
        var table = new Table(columns, Enumerable.Range(0, 100).Select(row => new[] { $"{row}", "x" }));
        string?[] HeldOut(int seed) => Cells(table.Split(0.25, seed).HeldOut, 0);

        HeldOut(1).Should().HaveCount(25).And.Equal(HeldOut(1)).And.NotEqual(HeldOut(2));
    }

    [Fact]
    public void A_split_that_leaves_nothing_is_refused()
    {
        var table = new Table(columns, [["1", "x"], ["2", "y"]]);

        FluentActions.Invoking(() => table.Rows([0]).Split(0.5)).Should().Throw<ArgumentException>()
            .WithMessage("A split needs at least two rows.*");
        FluentActions.Invoking(() => table.Split(0.9, 0, "c")).Should().Throw<ArgumentException>()
            .WithMessage("The table has no column 'c'*");
        FluentActions.Invoking(() => table.Split(0, 0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => table.Split(1, 0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => table.Split(double.NaN, 0)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData(11, 2)]
    [InlineData(11, 5)]
    [InlineData(11, 11)]
    public void Every_row_is_validated_on_once_and_learned_from_otherwise(int rows, int folds)
    {
        var table = new Table(["a"], [.. Enumerable.Range(0, rows).Select(row => new[] { $"{row}" })]);
        string[] all = [.. Enumerable.Range(0, rows).Select(row => $"{row}")];

        var parts = table.Folds(folds, seed: 4);

        parts.Should().HaveCount(folds);
        parts.SelectMany(part => Cells(part.Validation, 0)).Should().BeEquivalentTo(all);
        parts.Should().OnlyContain(part => part.Validation.RowCount == rows / folds || part.Validation.RowCount == rows / folds + 1);
        foreach ((Table training, Table validation) in parts)
        {
            Cells(training, 0).Should().Equal(all.Except(Cells(validation, 0)), "the rows keep their order");
        }

        parts.Select(part => Cells(part.Validation, 0)).Should()
            .BeEquivalentTo(table.Folds(folds, seed: 4).Select(part => Cells(part.Validation, 0)));
        FluentActions.Invoking(() => table.Folds(1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => table.Folds(rows + 1)).Should().Throw<ArgumentOutOfRangeException>();
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

    private static string?[] Cells(Table table, int column) => [.. Enumerable.Range(0, table.RowCount).Select(row => table[row, column])];

    private static TableOptions Numeric(string column) =>
        new() { ColumnTypes = new Dictionary<string, ColumnType> { [column] = ColumnType.Numeric } };

    private static void Refused<TException>(Func<Table> make, string parameter, string message = "*")
        where TException : ArgumentException =>
        make.Should().ThrowExactly<TException>().WithParameterName(parameter).WithMessage(message);
}
