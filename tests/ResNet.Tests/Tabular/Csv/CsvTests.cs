using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

public class CsvTests
{
    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void The_separator_is_found(char separator)
    {
        Table table = CsvText.Read("name,power\nPolo,66\nGolf,\n".Replace(',', separator));

        table.Columns.Should().Equal("name", "power");
        table.RowCount.Should().Be(2);
        table.Row(0).Should().Equal("Polo", "66");
        table.Row(1).Should().Equal("Golf", null);
    }

    [Fact]
    public void The_separator_is_as_told()
    {
        CsvText.Read("a;b,1\nc;d,2", new CsvOptions { Separator = ';', Header = false }).Row(1).Should().Equal("c", "d,2");
        CsvText.Read("a;b,1\nc;d,2", new CsvOptions { Separator = ',', Header = false }).Row(1).Should().Equal("c;d", "2");
    }

    [Fact]
    public void A_header_is_a_first_row_without_numbers_above_a_column_of_numbers()
    {
        CsvText.Read("a,b\nx,1\ny,?").Columns.Should().Equal("a", "b");
        CsvText.Read("2,b\nx,1\ny,2").Columns.Should().Equal("column 1", "column 2");
        CsvText.Read("a,b\nx,y\na,1").RowCount.Should().Be(3, "no column is numeric below, and an 'a' comes again");
        CsvText.Read("1,b").RowCount.Should().Be(1, "a number is no name");
    }

    [Fact]
    public void A_header_is_taken_or_left_as_told()
    {
        CsvText.Read("1,2\n3,4", new CsvOptions { Header = true }).Columns.Should().Equal("1", "2");
        CsvText.Read("a,b\nx,1", new CsvOptions { Header = false }).RowCount.Should().Be(2);
        CsvText.Read("a,\nx,1", new CsvOptions { Header = true }).Columns.Should().Equal("a", "column 2");
    }

    [Fact]
    public void Names_that_are_told_stand_for_a_header_or_replace_it()
    {
        var told = new CsvOptions { ColumnNames = ["p", "q"] };
        CsvText.Read("a,b\nx,1", told).Row(0).Should().Equal("a", "b");

        Table replaced = CsvText.Read("a,b\nx,1", new CsvOptions { ColumnNames = ["p", "q"], Header = true });
        replaced.Columns.Should().Equal("p", "q");
        replaced.Row(0).Should().Equal("x", "1");
    }

    [Fact]
    public void Missing_values_are_null()
    {
        CsvText.Read("?, NA ,NaN,null,,\"\",na,N/A\n1,1,1,1,1,1,1,1", new CsvOptions { Header = false }).Row(0)
            .Should().Equal(null, null, null, null, null, null, null, null);
        CsvText.Read("-,?\n1,1", new CsvOptions { Header = false, MissingTexts = ["-"] }).Row(0).Should().Equal(null, null);
    }

    [Fact]
    public void Cells_are_trimmed_and_quotes_taken_off()
    {
        CsvText.Read(" a\t, \"b, \"\"c\"\" \" ,\"d\ne\", 5\" f\n1,2,3,4", new CsvOptions { Header = false }).Row(0)
            .Should().Equal("a", "b, \"c\"", "d\ne", "5\" f");
    }

    [Fact]
    public void Blank_lines_and_comments_are_skipped_and_lines_still_counted()
    {
        const string text = "|1x3 Cross validator\r\n\r\n25, x\r\n   \r\n|more, of, it\r\n26, y\r\n\r\n";
        Table table = CsvText.Read(text, new CsvOptions { Comment = '|' });

        table.RowCount.Should().Be(2);
        table.Row(1).Should().Equal("26", "y");
        FluentActions.Invoking(() => TableEncoder.Fit(table, "column 1", new TableOptions { ColumnTypes = Types("column 2") }))
            .Should().Throw<InvalidDataException>().WithMessage("cars.csv, line 3, column 2: expected a number, but found 'x'.");
        FluentActions.Invoking(() => TableEncoder.Fit(table.Rows([1]), "column 1", new TableOptions { ColumnTypes = Types("column 2") }))
            .Should().Throw<InvalidDataException>().WithMessage("cars.csv, line 6, column 2: expected a number, but found 'y'.");
    }

    [Fact]
    public void A_file_is_read_with_or_without_a_byte_order_mark()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "größe\n1\n2", new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            Table.FromCsv(path).Columns.Should().Equal("größe");
            File.WriteAllText(path, "größe\n1\n2");
            Table.FromCsv(path).Columns.Should().Equal("größe");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Dictionary<string, ColumnType> Types(string numeric) => new() { [numeric] = ColumnType.Numeric };
}
