using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>Random tables, written in random dialects, are read as they are.</summary>
public class CsvRoundTripTests
{
    private static readonly Arbitrary<(CsvDraw Table, CsvDialect Dialect)> written = Arb.From(
        from table in CsvDraw.Any
        from dialect in CsvDialect.Any
        select (table, dialect));

    [Property(MaxTest = 300)]
    public Property A_table_is_read_as_it_is_where_all_is_told() => Prop.ForAll(
        written, drawn => ShouldBe(CsvText.Read(drawn.Dialect.Bytes(drawn.Table), drawn.Dialect.Told), drawn.Table));

    [Property(MaxTest = 1000)]
    public Property A_table_is_read_as_it_is_or_refused() => Prop.ForAll(written, drawn =>
    {
        CsvOptions options = drawn.Dialect.Needed with { Header = drawn.Table.Rows.Length > 10 ? null : true };
        if (drawn.Table.Names.Length == 1) options = options with { Separator = drawn.Dialect.Separator };
        if (TryRead(drawn.Dialect.Bytes(drawn.Table), options) is { } table) ShouldBe(table, drawn.Table);
    });

    [Fact]
    public void Few_tables_are_refused()
    {
        (CsvDraw Table, CsvDialect Dialect)[] draws = [.. written.Generator.Sample(300, 30)];
        int refused = draws.Count(drawn => TryRead(drawn.Dialect.Bytes(drawn.Table), drawn.Dialect.Needed) is null);
        refused.Should().BeLessThan(draws.Length / 5);
    }

    private static Table? TryRead(byte[] file, CsvOptions options)
    {
        try
        {
            return CsvText.Read(file, options);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static void ShouldBe(Table table, CsvDraw drawn)
    {
        table.Columns.Should().Equal(drawn.Names);
        table.RowCount.Should().Be(drawn.Rows.Length);
        var format = new NumberFormat(table.Mark);
        for (int column = 0; column < drawn.Names.Length; column++)
        {
            for (int row = 0; row < table.RowCount; row++)
            {
                string? cell = table[row, column];
                if (drawn.Rows[row][column] is double number)
                {
                    format.TryParse(cell!, out double value).Should().BeTrue($"'{cell}' in row {row} of column {column} is {number}");
                    value.Should().Be(number);
                }
                else
                {
                    cell.Should().Be((string?)drawn.Rows[row][column]);
                }
            }
        }
    }
}
