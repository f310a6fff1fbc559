using System.Text;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

public class CsvQuoteTests
{
    private const string Backslash = "a,b,c\n1,\"this \\\" quote\",true\n2,x,false\n";

    [Fact]
    public void A_backslash_before_a_quote_is_refused_with_the_option() =>
        CsvText.ShouldBeRefused(
            Backslash,
            "cars.csv, line 2: text follows a closing quote within its cell; if \\\" is a quote in this file, " +
            "CsvOptions.BackslashQuotes tells.");

    [Theory]
    [InlineData("a,b\n1,\"x \\\", y\"\n2,z\n")]
    [InlineData("a,b,c\n1,\"x \\\", \\\"y\",2\n2,z,3\n")]
    [InlineData("1,2\n\"x \\\", y\"\n")]
    public void A_backslash_quote_before_a_separator_is_never_read_in_silence(string text) =>
        CsvText.ShouldBeRefused(text, "cars.csv, line 2: *CsvOptions.BackslashQuotes*");

    [Theory]
    [InlineData(Backslash, "a·b·c\n1·this \" quote·true\n2·x·false")]
    [InlineData("a,b\n1,\"x \\\", \\\\ y\"\n2,\"C:\\dir\"\n", "a·b\n1·x \", \\ y\n2·C:\\dir")]
    [InlineData("a,b\n1,\"two \"\" still\"\n2,C:\\dir\n", "a·b\n1·two \" still\n2·C:\\dir")]
    [InlineData("a,b\n1,\"end\\\\\"\n2,\"\\\"\"\n", "a·b\n1·end\\\n2·\"")]
    public void Told_it_is_a_quote(string text, string expected) =>
        CsvText.Read(text, new CsvOptions { BackslashQuotes = true }).Shown().Should().Be(expected);

    [Theory]
    [InlineData("a,b\n1,5\" disk\n2,3 1/2\" disk\n", "a·b\n1·5\" disk\n2·3 1/2\" disk")]
    [InlineData("a,b\n1,\"say \"\"hi\"\", x\"\n2,\"\"\"\"\n", "a·b\n1·say \"hi\", x\n2·\"")]
    [InlineData("a,b\n1,\"C:\\dir\"\n2,\\n\n", "a·b\n1·C:\\dir\n2·\\n")]
    [InlineData("a,b\n1, \"x, y\" \n2,\"\"\n", "a·b\n1·x, y\n2·–")]
    [InlineData("a,b\n1,it's\n2,'x'\n", "a·b\n1·it's\n2·'x'")]
    public void Quotes_are_read(string text, string expected) => CsvText.Read(text).Shown().Should().Be(expected);

    [Theory]
    [InlineData("a,b\n1,2\n3,\"x\n4,5\n", 3)]
    [InlineData("a,b\n1,\"x\n\n2,y\n3,z", 2)]
    [InlineData("\"a,b\n1,2\n", 1)]
    public void An_open_quote_is_refused_by_its_line(string text, int line) =>
        CsvText.ShouldBeRefused(text, $"cars.csv, line {line}: a quote is opened and never closed.");

    [Fact]
    public void An_open_quote_far_below_is_refused_by_its_line()
    {
        var text = new StringBuilder("a,b\n");
        for (int row = 0; row < 50_000; row++) text.Append("1,x\n");
        text.Append("2,\"y\n3,z\n");
        CsvText.ShouldBeRefused(text.ToString(), "cars.csv, line 50002: a quote is opened and never closed.");
    }

    [Theory]
    [InlineData("a,b\n5\" disk,\"x \\\", y\"\n6,\"\\\"\"\n", "a·b\n5\" disk·x \", y\n6·\"")]
    [InlineData("# say \"hi\na,b\n1,\"x \\\" y\"\n", "a·b\n1·x \" y")]
    public void A_quote_within_a_cell_or_a_comment_opens_nothing_where_backslashes_quote(string text, string expected) =>
        CsvText.Read(text, new CsvOptions { BackslashQuotes = true, Comment = '#' }).Shown().Should().Be(expected);

    [Theory]
    [InlineData("a b\n5\"   1\n6\"   2\n", "a·b\n5\"·1\n6\"·2")]
    [InlineData("# 5\" and  more\na b\n\"x  y\"   1\n", "a·b\nx  y·1")]
    [InlineData("a b\n\"say \"\"x  y\"\"\"   1\n", "a·b\nsay \"x  y\"·1")]
    public void A_quote_within_a_cell_or_a_comment_opens_nothing_between_blanks(string text, string expected) =>
        CsvText.Read(text, new CsvOptions { Separator = ' ', Comment = '#' }).Shown().Should().Be(expected);

    [Theory]
    [InlineData("a,b\n5\" disk,\"x\" y\n")]
    [InlineData("a,b\n5\" disk, \"x\"y\n")]
    public void Text_behind_a_quote_is_refused_also_behind_a_quote_within_a_cell(string text) =>
        CsvText.ShouldBeRefused(text, "cars.csv, line 2: text follows a closing quote within its cell.");

    [Theory]
    [InlineData("a,b\n5\" disk,\"x, \"\"y\"\"\" \n", "a·b\n5\" disk·x, \"y\"")]
    [InlineData("a b\n5\" \"x y\" \n6 7\n", "a·b\n5\"·x y\n6·7")]
    public void Quotes_in_and_around_cells_of_a_row_are_read(string text, string expected) => CsvText
        .Read(text, new CsvOptions { Separator = text[1], Header = true }).Shown().Should().Be(expected);

    [Fact]
    public void Cells_in_single_quotes_are_refused_with_the_option_that_reads_them()
    {
        const string text = "a,b\n'x, y',1\n'p, ''q''',2\n'z',3\n";

        CsvText.ShouldBeRefused(
            text,
            "cars.csv, line 2, column 1: 'x seems to be within single quotes; " +
            "CsvOptions.Quote tells whether these or double quotes quote cells.");
        CsvText.Read(text, new CsvOptions { Quote = '\'' }).Shown().Should().Be("a·b\nx, y·1\np, 'q'·2\nz·3");
        CsvText.Read("a,b\n'x','1'\n'y','2'\n", new CsvOptions { Quote = '"' }).Shown().Should().Be("a·b\n'x'·'1'\n'y'·'2'");
        CsvText.Read("a,b\n'x \\', y',1\n", new CsvOptions { Quote = '\'', BackslashQuotes = true }).Shown().Should().Be("a·b\nx ', y·1");
        CsvText.ShouldBeRefused(
            "a,b\n'x \\' y',1\n",
            "cars.csv, line 2: text follows a closing quote within its cell; if \\' is a quote in this file, " +
            "CsvOptions.BackslashQuotes tells.",
            new CsvOptions { Quote = '\'' });
    }
}
