using System.Text;
using ExcelDataReader;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Sources;

/// <summary>Readers without names of columns, such as those of sheets: the first row may have them.</summary>
public class SheetTests
{
    private static readonly DateTime day = new(2024, 2, 29);

    [Fact]
    public void A_sheet_s_first_row_has_the_names()
    {
        Table table = Read([["age", "since", "new", "job"], [38, day, true, "clerk"], [51.5, day.AddHours(30), false, null]]);

        table.Columns.Should().Equal("age", "since", "new", "job");
        table.Row(0).Should().Equal("38", "2024-02-29", "true", "clerk");
        table.Row(1).Should().Equal("51.5", "2024-03-01T06:00:00", "false", null);
        TableDescription description = table.Describe();
        description.Doubts.Should().BeEmpty();
        description.Columns.Select(column => column.Type).Should().Equal(
            ColumnType.Numeric, ColumnType.Date, ColumnType.Categorical, ColumnType.Categorical);
    }

    [Fact]
    public void Rows_and_columns_of_nothing_are_left_out()
    {
        Table table = Read(
            [[null, null, null], ["a", null, "b"], [1, null, null], [null, null, null], [2, null, "x"], ["3 or 4", null, "y"]]);

        table.Columns.Should().Equal("a", "b");
        table.RowCount.Should().Be(3);
        table.Describe().Doubts.Should().Contain("1 row of nothing was left out");
        table.Describe(options: new TableOptions { ColumnTypes = Numeric("a") }).Doubts
            .Should().ContainMatch("Row 6, column 1 (a): expected a number, but found '3 or 4'*");
    }

    [Fact]
    public void A_sheet_without_names_is_one_of_rows()
    {
        Table table = Read([[1, "x"], [2, "y"]]);

        table.Columns.Should().Equal("column 1", "column 2");
        table.RowCount.Should().Be(2);
        table.Describe().Doubts.Should().Contain("row 1 was taken for a row, not for names; 'header: true' tells otherwise");
    }

    [Fact]
    public void Names_may_be_told()
    {
        object?[][] years = [[2023, 2024], [1.5, 2.5], [3.5, 4.5]];
        Read(years, header: true).Columns.Should().Equal("2023", "2024");
        Read(years, header: true).RowCount.Should().Be(2);
        Read([["a", "b"], ["c", "d"]], header: false).RowCount.Should().Be(2);
        Table guessed = Read([["a", "b"], ["c", "d"]]);
        guessed.Columns.Should().Equal("a", "b");
        guessed.Describe().Doubts.Should().Contain(
            "row 1 was taken for the names of the columns, since nothing in it comes again below");

        using var named = new Rows(["x"], [["age"], [38]]);
        Table.From(named, header: true).Columns.Should().Equal("age");
    }

    [Fact]
    public void A_sheet_of_no_rows_is_refused()
    {
        foreach (object?[][] cells in new object?[][][] { [[null, null]], [["a", "b"]] })
        {
            FluentActions.Invoking(() => Read(cells)).Should().ThrowExactly<ArgumentException>().WithMessage("A table needs a row.*");
        }
    }

    [Fact]
    public void Rows_above_the_names_are_read_past()
    {
        using IExcelDataReader sheet = Open([["Our people"], ["age", "job"], [38, "clerk"]]);
        sheet.Read();
        Table.From(sheet).Columns.Should().Equal("age", "job");
    }

    private static Table Read(object?[][] cells, bool? header = null)
    {
        using IExcelDataReader sheet = Open(cells);
        return ForeignCulture.In(() => header is { } told ? Table.From(sheet, told) : Table.From(sheet));
    }

    private static IExcelDataReader Open(object?[][] cells)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return ExcelReaderFactory.CreateReader(new MemoryStream(SheetFile.Of(cells)));
    }

    private static Dictionary<string, ColumnType> Numeric(string column) => new() { [column] = ColumnType.Numeric };
}
