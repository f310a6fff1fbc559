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
}
