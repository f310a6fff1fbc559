using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

public class CsvShapeTests
{
    [Theory]
    [InlineData("# report\n# 2020\n\na,b,y\n1,2,0\n3,4,1\n", "2 lines of text above the table were left out")]
    [InlineData("Sales by month\na,b,y\n1,2,0\n3,4,1\n", "1 line of text above the table was left out")]
    [InlineData("Report of cars\r\nfrom the north\r\n\r\n\r\na,b,y\r\n1,2,0\r\n3,4,1\r\n", "2 lines of text above the table were left out")]
    [InlineData("\"a, quoted; title\"\na,b,y\n1,2,0\n3,4,1\n", "1 line of text above the table was left out")]
    [InlineData("Title,,\na,b,y\n1,2,0\n3,4,1\n", "1 line of text above the table was left out")]
    public void Lines_of_text_above_the_table_are_left_out_and_told(string text, string doubt)
    {
        Table table = CsvText.Read(text);

        table.Shown().Should().Be("a·b·y\n1·2·0\n3·4·1");
        table.Describe().Doubts.Should().Contain(doubt);
    }

    [Fact]
    public void Lines_are_counted_from_the_top_of_the_file() =>
        CsvText.ShouldBeRefused("# report\n\na,b,y\n1,2,0\n3,4\n", "cars.csv, line 5: expected 3 cells, but found 2.");

    [Fact]
    public void A_cell_of_several_lines_counts_them()
    {
        CsvText.ShouldBeRefused("a,b\n\"x\ny\",1\nz\n", "cars.csv, line 4: expected 2 cells, but found 1.");
        Table table = CsvText.Read("a,b\n\"x\r\ny\",1\r\nz,q\r\n");
        table.Place(0, 1).Should().Be("cars.csv, line 2, column 2 (b)");
        table.Place(1, 1).Should().Be("cars.csv, line 4, column 2 (b)");
    }

    [Theory]
    [InlineData("a,b\n1,2\n,\n3,4\n , \n", "a·b\n1·2\n3·4", "2 rows of nothing but separators were left out")]
    [InlineData(",,\na,b,c\n1,2,3\n3,4,5\n", "a·b·c\n1·2·3\n3·4·5", "1 row of nothing but separators was left out")]
    [InlineData("a;b;c\n;;\n1;2;3\n3;4;5\n", "a·b·c\n1·2·3\n3·4·5", "1 row of nothing but separators was left out")]
    [InlineData("a,b,c\n1,2,3\n,,,,,\n", "a·b·c\n1·2·3", "1 row of nothing but separators was left out")]
    public void Rows_of_nothing_but_separators_are_left_out_and_told(string text, string expected, string doubt)
    {
        Table table = CsvText.Read(text);

        table.Shown().Should().Be(expected);
        table.Describe().Doubts.Should().Contain(doubt);
    }

    [Theory]
    [InlineData("a,b,\n1,2,\n3,4,\n", "a·b\n1·2\n3·4")]
    [InlineData("1,2,\n3,4,\n", "column 1·column 2\n1·2\n3·4")]
    [InlineData("a,,b,,\n1,,2,,\n3,,4,,\n", "a·b\n1·2\n3·4")]
    [InlineData("a,b\n1,2,\n3,4,\n", "a·b\n1·2\n3·4")]
    [InlineData("a,b,y\n1,2,0,\n3,4,1,\n5,6,0,\n", "a·b·y\n1·2·0\n3·4·1\n5·6·0")]
    public void Columns_of_nothing_without_a_name_are_left_out(string text, string expected) =>
        CsvText.Read(text).Shown().Should().Be(expected);

    [Theory]
    [InlineData("a,b,y\n0,1,2,0\n1,3,4,1\n2,5,6,0\n", "a·b·y\n1·2·0\n3·4·1\n5·6·0")]
    [InlineData("mpg;cyl\nMazda;21;6\nDatsun;22,8;4\n", "mpg·cyl\n21·6\n22,8·4")]
    [InlineData("\"mpg\" \"cyl\"\n\"Mazda RX4\" 21 6\n\"Datsun\" 22.8 4\n\"Fiat\" 32.4 4\n", "mpg·cyl\n21·6\n22.8·4\n32.4·4")]
    public void Names_of_rows_are_left_out_and_told(string text, string expected)
    {
        Table table = CsvText.Read(text);

        table.Shown().Should().Be(expected);
        table.Describe().Doubts.Should()
            .Contain("the first cell of each row has no name in line 1 and was left out as the name of its row");
    }

    [Fact]
    public void A_column_of_nothing_that_has_a_name_stays() =>
        CsvText.Read("a,b,c\n1,,2\n3,,4\n").Shown().Should().Be("a·b·c\n1·–·2\n3·–·4");

    [Theory]
    [InlineData("a,b\r1,2\r3,4\r")]
    [InlineData("a,b\r\n1,2\r\n3,4")]
    [InlineData("a,b\n1,2\r\n3,4\n\n\n")]
    [InlineData("\n\r\na,b\n\n1,2\n3,4")]
    public void Lines_end_in_any_way(string text) => CsvText.Read(text).Shown().Should().Be("a·b\n1·2\n3·4");

    [Fact]
    public void Many_rows_of_one_cell_too_many_are_refused_as_such() =>
        CsvText.ShouldBeRefused("a,b,c\n1,2,3\n4,5,6\n7,8,9,10\n", "cars.csv, line 4: expected 3 cells, but found 4.");

    [Theory]
    [InlineData("a,b\n1,2\n\"\",\"\"\n3,4\n", "1 row of nothing but separators was left out")]
    [InlineData("a,b\n1,2\n\"\",\" \"\n\u00a0,\n3,4\n", "1 row of nothing but separators was left out")]
    public void Quotes_around_nothing_are_nothing(string text, string doubt) =>
        CsvText.Read(text).Describe().Doubts.Should().Contain(doubt);

    [Fact]
    public void A_single_quoted_cell_of_nothing_is_missing() =>
        CsvText.Read("a\n1\n\"\"\n3\n").Shown().Should().Be("a\n1\n–\n3");

    [Fact]
    public void Blanks_of_any_kind_around_a_cell_are_no_part_of_it() =>
        CsvText.Read("a\u00a0,\"\n b\"\n\u00a01\u202f,\"x\ny\r\n\"\n\"\u2003\",\ufeff2\n").Shown().Should().Be("a·b\n1·x\ny\n–·2");

    [Theory]
    [InlineData('#')]
    [InlineData('%')]
    [InlineData('!')]
    public void A_comment_among_rows_is_refused_with_the_option(char mark) => CsvText.ShouldBeRefused(
        $"a,b\n1,2\n{mark} more\n3,4\n",
        $"cars.csv, line 3: expected 2 cells, but found 1; CsvOptions.Comment tells that lines that begin with {mark} are comments.");
}
