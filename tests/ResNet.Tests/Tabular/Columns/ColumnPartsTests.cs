using System.Text;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Columns;

public class ColumnPartsTests
{
    [Fact]
    public void Names_are_made_up_where_there_are_none_and_none_twice()
    {
        ColumnNames.Filled(["a", "", "b"]).Should().Equal("a", "column 2", "b");
        ColumnNames.Filled(["", "column 1", ""]).Should().Equal("column 1 (2)", "column 1", "column 3");
        ColumnNames.Filled(["column 2 (2)", "", "column 2"]).Should().Equal("column 2 (2)", "column 2 (3)", "column 2");
    }

    [Fact]
    public void A_pool_gives_each_text_one_code_in_the_order_in_which_they_come()
    {
        var pool = new TextPool();
        byte[][] texts = [.. Enumerable.Range(0, 5000).Select(index => Encoding.UTF8.GetBytes($"text {index}"))];

        texts.Select(text => pool.CodeOf(text)).Should().Equal(Enumerable.Range(0, 5000));
        texts.Reverse().Select(text => pool.CodeOf(text)).Should().Equal(Enumerable.Range(0, 5000).Reverse());
        pool.Count.Should().Be(5000);
        pool.ToStrings()[4321].Should().Be("text 4321");
    }

    [Fact]
    public void Chunks_give_back_what_was_added()
    {
        var chunks = new Chunks<int>();
        for (int item = 0; item < 100_000; item++) chunks.Add(item * 3);

        chunks.Count.Should().Be(100_000);
        foreach (int index in new[] { 0, 3, 4, 32_767, 32_768, 99_999 }) chunks[index].Should().Be(index * 3);
    }

    [Fact]
    public void Rows_are_picked_out_of_picked_rows()
    {
        var rows = new RowSet(5, 10);

        (rows.Count, rows[0], rows[9]).Should().Be((10, 5, 14));
        rows.Select([3, 1]).Select([1]).Should().BeEquivalentTo(new { Count = 1 });
        rows.Select([3, 1])[0].Should().Be(8);
        FluentActions.Invoking(() => rows[10]).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => rows.Select([10])).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Cells_are_counted_by_text_with_the_first_row_of_each()
    {
        var builder = new ColumnBuilder(keepsTexts: false, mark: null);
        foreach (string? cell in new[] { "b", "a", null, "a", "c" }) builder.Add(cell);
        var counts = new CellCounts(builder.Build(), new RowSet([4, 3, 2, 1]));

        counts.Written.Should().Equal(new WrittenText("a", 1, Count: 2, FirstRow: 1), new WrittenText("c", 2, Count: 1, FirstRow: 0));
        (counts.Numbers, counts.Nothings, counts.FirstNothing).Should().Be((0, 1, 2));
    }

    [Theory]
    [InlineData(5, 100, 5, true)]
    [InlineData(6, 100, 1, false)]
    [InlineData(20, 1000, 20, true)]
    [InlineData(21, 1000, 21, false)]
    [InlineData(0, 1, 0, true)]
    [InlineData(100_000_000, 2_000_000_000, 1, true)]
    public void Odd_texts_are_few_up_to_a_twentieth_of_the_cells_and_twenty_kinds(int odd, int all, int different, bool areFew) =>
        OddTexts.AreFew(odd, all, different).Should().Be(areFew);
}
