using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

public class CsvOptionsTests
{
    [Theory]
    [InlineData('"')]
    [InlineData('\n')]
    [InlineData('\0')]
    [InlineData('é')]
    [InlineData('\x7F')]
    public void A_character_that_cannot_separate_is_refused(char letter) =>
        FluentActions.Invoking(() => new CsvOptions { Separator = letter }).Should().ThrowExactly<ArgumentOutOfRangeException>()
            .WithMessage("A separator is a printable ASCII character, but no double quote, or a tab.*").WithParameterName("Separator");

    [Theory]
    [InlineData('"')]
    [InlineData('\r')]
    [InlineData(' ')]
    [InlineData('§')]
    public void A_character_that_begins_no_comment_is_refused(char letter) =>
        FluentActions.Invoking(() => new CsvOptions { Comment = letter }).Should().ThrowExactly<ArgumentOutOfRangeException>()
            .WithMessage("Comments begin with a printable ASCII character, but no double quote.*").WithParameterName("Comment");

    [Theory]
    [InlineData(' ')]
    [InlineData('\n')]
    [InlineData('“')]
    public void A_character_that_is_no_quote_is_refused(char letter) =>
        FluentActions.Invoking(() => new CsvOptions { Quote = letter }).Should().ThrowExactly<ArgumentOutOfRangeException>()
            .WithMessage("A quote is a printable ASCII character.*").WithParameterName("Quote");

    [Fact]
    public void Lines_above_are_not_negative() =>
        FluentActions.Invoking(() => new CsvOptions { LinesAbove = -1 }).Should().ThrowExactly<ArgumentOutOfRangeException>()
            .WithParameterName("LinesAbove");

    [Fact]
    public void Every_other_printable_character_may_separate_begin_comments_and_quote()
    {
        foreach (char letter in Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code).Except("\"a1;"))
        {
            CsvText.Read($"a{letter}a1\n1{letter}11\n", new CsvOptions { Separator = letter }).Shown().Should().Be("a·a1\n1·11");
            CsvText.Read($"a;a1\n{letter}\n1;11\n", new CsvOptions { Comment = letter }).Shown().Should().Be("a·a1\n1·11");
            CsvText.Read($"a;a1\n1;{letter}1;1{letter}\n", new CsvOptions { Quote = letter }).Shown().Should().Be("a·a1\n1·1;1");
        }
    }

    [Theory]
    [InlineData(';', ';', null, "CsvOptions.Separator and CsvOptions.Comment are both ';'.")]
    [InlineData('\'', null, '\'', "CsvOptions.Separator and CsvOptions.Quote are both '''.")]
    [InlineData(null, '\'', '\'', "CsvOptions.Comment and CsvOptions.Quote are both '''.")]
    public void One_character_for_two_things_is_refused(char? separator, char? comment, char? quote, string message) => FluentActions
        .Invoking(() => CsvText.Read("a\n1\n", new CsvOptions { Separator = separator, Comment = comment, Quote = quote }))
        .Should().ThrowExactly<ArgumentException>().WithMessage(message);

    [Fact]
    public void A_line_of_Excel_against_what_is_told_is_refused()
    {
        CsvText.ShouldBeRefused(
            "sep=#\na#b\n1#2\n",
            "cars.csv, line 1: '#' separates cells, but CsvOptions.Comment is the same; CsvOptions.Separator tells otherwise.",
            new CsvOptions { Comment = '#' });
        CsvText.ShouldBeRefused(
            "sep='\na'b\n1'2\n",
            "cars.csv, line 1: ''' separates cells, but CsvOptions.Quote is the same; CsvOptions.Separator tells otherwise.",
            new CsvOptions { Quote = '\'' });
        CsvText.Read("sep=#\na,b\n#x\n1,2\n", new CsvOptions { Comment = '#', Separator = ',' }).Shown().Should().Be("a·b\n1·2");
    }

    [Fact]
    public void A_separator_that_begins_comments_is_not_found() =>
        CsvText.Read(",x\n1\n,y\n2\n", new CsvOptions { Comment = ',' }).Shown().Should().Be("column 1\n1\n2");

    [Fact]
    public void A_label_that_no_column_has_is_refused_by_name() =>
        FluentActions.Invoking(() => CsvText.Read("a,b\n1,2\n", new CsvOptions { Label = "income" })).Should()
            .ThrowExactly<ArgumentException>().WithMessage("cars.csv has no column 'income'; there are a, b.*");

    [Fact]
    public void Settings_make_them_equal_and_are_shown()
    {
        var options = new CsvOptions { Quote = '\'', LinesAbove = 2 };

        options.Should().Be(new CsvOptions { Quote = '\'', LinesAbove = 2 }).And.NotBe(new CsvOptions { Quote = '\'' });
        options.ToString().Should().Contain("Quote = '").And.Contain("LinesAbove = 2");
    }
}
