using System.Text;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>Rows for a model that are read some at a time are the rows of the whole file.</summary>
public class ReadInPartsTests
{
    private static readonly TabularModel model = Brief.Fit(new Table(
        ["x", "kind", "y"], Enumerable.Range(0, 60).Select(row => new[] { $"{row}.5", $"kind {row % 3}", row % 2 == 0 ? "a" : "b" })));

    [Theory]
    [InlineData(1, "1")]
    [InlineData(4_096, "4095 1")]
    [InlineData(4_095, "4095")]
    [InlineData(30_000, "4095 8192 16384 1329")]
    public void Parts_grow_and_hold_all_rows_in_order(int rows, string sizes)
    {
        string text = "x,kind\n" + string.Concat(Enumerable.Range(0, rows).Select(row => $"{row},kind {row % 4}\n"));
        Table[] parts = [.. model.ReadInParts(Bytes(text), options: null)];
        Table whole = model.Read(Bytes(text));

        string.Join(' ', parts.Select(part => part.RowCount)).Should().Be(sizes);
        parts.SelectMany(model.Predict).Should().Equal(model.Predict(whole));
        parts.SelectMany(model.UnknownCells).Sum(cell => cell.Count).Should().Be(rows / 4);
        parts[^1][parts[^1].RowCount - 1, 0].Should().Be($"{rows - 1}");
    }

    [Fact]
    public void A_fault_is_told_by_its_line_once_its_part_is_asked_for()
    {
        string text = "x,kind\n" + string.Concat(Enumerable.Range(0, 5000).Select(_ => "1,kind 1\n")) + "1\n";
        using IEnumerator<Table> parts = model.ReadInParts(Bytes(text), options: null).GetEnumerator();

        parts.MoveNext().Should().BeTrue();
        FluentActions.Invoking(parts.MoveNext).Should().ThrowExactly<InvalidDataException>().WithMessage("table, line 5002: *");
    }

    [Fact]
    public void Cells_are_placed_by_their_lines_in_every_part()
    {
        string text = "x,kind\n" + string.Concat(Enumerable.Range(0, 5000).Select(row => row == 4998 ? "odd,kind 1\n" : "1,kind 1\n"));
        Table[] parts = [.. model.ReadInParts(Bytes(text), options: null)];

        FluentActions.Invoking(() => model.Predict(parts[1])).Should().ThrowExactly<InvalidDataException>()
            .WithMessage("table, line 5000, column 1 (x): expected a number, but found 'odd'*");
    }

    [Fact]
    public void Names_that_come_again_are_left_out_of_every_part()
    {
        string text = string.Concat(Enumerable.Range(0, 5000).Select(row => row % 1000 == 0 ? "x,kind\n" : "1,kind 1\n"));

        model.ReadInParts(Bytes(text), options: null).Sum(part => part.RowCount).Should().Be(4995);
    }

    [Fact]
    public void Cells_without_a_name_are_refused_where_the_first_part_had_none()
    {
        string text = "x,kind\n" + string.Concat(Enumerable.Range(0, 5000).Select(row => row < 4999 ? "1,kind 1,\n" : "1,kind 1,late\n"));
        using IEnumerator<Table> parts = model.ReadInParts(Bytes(text), options: null).GetEnumerator();

        parts.MoveNext().Should().BeTrue();
        FluentActions.Invoking(parts.MoveNext).Should().ThrowExactly<InvalidDataException>()
            .WithMessage("table, line 4098 or below, column 3: a cell has no name, where those of rows before were empty; *");
    }

    [Fact]
    public void A_file_without_rows_is_refused_as_a_whole_is() =>
        FluentActions.Invoking(() => model.ReadInParts(Bytes("x,kind\n"), options: null).ToArray()).Should()
            .ThrowExactly<InvalidDataException>().WithMessage("table: there are no rows below the names of the columns.");

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}
