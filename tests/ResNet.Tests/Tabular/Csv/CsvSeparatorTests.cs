using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

public class CsvSeparatorTests
{
    [Theory]
    [InlineData("a|b|y\n1|1|x\n2|2|z\n", "a·b·y\n1·1·x\n2·2·z")]
    [InlineData("a,b,y\n1,1,x\n2,2,z\n", "a·b·y\n1·1·x\n2·2·z")]
    [InlineData("a\tb\ty\n1\t1\tx y\n2\t\tz\n", "a·b·y\n1·1·x y\n2·–·z")]
    [InlineData("a;b;y\n1,5;2,5;0,1\n2,5;3,25;0,2\n", "a·b·y\n1,5·2,5·0,1\n2,5·3,25·0,2")]
    [InlineData("1,5;2,5;0,1\n2,5;3,25;0,2\n", "column 1·column 2·column 3\n1,5·2,5·0,1\n2,5·3,25·0,2")]
    [InlineData("a;b\n\"x;1\";2,5\n\"y,1\";3,5\n", "a·b\nx;1·2,5\ny,1·3,5")]
    [InlineData("name,list\nx,1|2\ny,1|2|3\nz,4\n", "name·list\nx·1|2\ny·1|2|3\nz·4")]
    [InlineData("when,what\n2020-01-01 10:00,1 x\n2020-01-01 11:00,2 x\n", "when·what\n2020-01-01 10:00·1 x\n2020-01-01 11:00·2 x")]
    public void It_is_found(string text, string expected) => CsvText.Read(text).Shown().Should().Be(expected);

    [Theory]
    [InlineData("  1.0   3.0  1.5\n  2.0   6.0  2.5\n", "column 1·column 2·column 3\n1.0·3.0·1.5\n2.0·6.0·2.5")]
    [InlineData("x  y   z\n1 2\t 3  \n4 5 6", "x·y·z\n1·2·3\n4·5·6")]
    [InlineData("x \"a b\"\n1 2\n3 4\n5 6", "x·a b\n1·2\n3·4\n5·6")]
    [InlineData("18.0   8   307.0  \"chevrolet chevelle\"\r\n15.0   8   350.0  \"buick skylark\"\r\n",
        "column 1·column 2·column 3·column 4\n18.0·8·307.0·chevrolet chevelle\n15.0·8·350.0·buick skylark")]
    public void Runs_of_blanks_are_found(string text, string expected) => CsvText.Read(text).Shown().Should().Be(expected);

    [Fact]
    public void Runs_of_blanks_separate_as_told() =>
        CsvText.Read("red   apple\ngreen  pear\n", new CsvOptions { Separator = ' ', Header = false }).Shown()
            .Should().Be("column 1·column 2\nred·apple\ngreen·pear");

    [Theory]
    [InlineData("sep=;\na;b\n1,5;x\n", "a·b\n1,5·x")]
    [InlineData("sep=,\r\na,b\r\n1;5,x\r\n", "a·b\n1;5·x")]
    [InlineData("sep=\t\na\tb\n1\tx\n", "a·b\n1·x")]
    [InlineData("\uFEFFsep=|\na|b\n1|x,y\n", "a·b\n1·x,y")]
    [InlineData("sep=:\na:b\n1:x\n", "a·b\n1·x")]
    public void A_line_of_Excel_tells_it(string text, string expected) => CsvText.Read(text).Shown().Should().Be(expected);

    [Theory]
    [InlineData("sep=\n\n1\n2\n", "sep=\n1\n2")]
    [InlineData("sep=\"\n1\n2\n", "sep=\"\n1\n2")]
    [InlineData("sep=ab\n1\n2\n", "sep=ab\n1\n2")]
    [InlineData("sep=é\n1\n2\n", "sep=é\n1\n2")]
    public void What_cannot_separate_is_no_such_line(string text, string expected) => CsvText.Read(text).Shown().Should().Be(expected);

    [Fact]
    public void Told_it_holds_against_a_line_of_Excel() =>
        CsvText.Read("sep=;\na,b\n1,x;y\n", new CsvOptions { Separator = ',' }).Shown().Should().Be("a·b\n1·x;y");

    [Theory]
    [InlineData("a|b,c|d\nx|y,z|w\np|q,r|s\n", "'|' or by ','")]
    [InlineData("a;b|c\nx;y|z\n", "';' or by '|'")]
    public void Two_that_fit_equally_are_refused(string text, string which)
    {
        CsvText.ShouldBeRefused(text, $"cars.csv: cells could be separated by {which}; CsvOptions.Separator tells.");
        CsvText.Read(text, new CsvOptions { Separator = '|' }).Columns.Should().HaveCount(text[0..text.IndexOf('\n')].Split('|').Length);
    }

    [Theory]
    [InlineData("1|2,3|4\n5|6,7|8\n", "column 1·column 2·column 3\n1·2,3·4\n5·6,7·8")]
    [InlineData("a,b;c\n1,2;3\n4,5;6\n", "a,b·c\n1,2·3\n4,5·6")]
    [InlineData("1, 2, 3\n4, 5, 6\n", "column 1·column 2·column 3\n1·2·3\n4·5·6")]
    public void More_numbers_settle_it(string text, string expected) => CsvText.Read(text).Shown().Should().Be(expected);

    [Fact]
    public void A_first_line_of_other_cells_asks_for_it() => CsvText.ShouldBeRefused(
        "y\n1,5\n2,5\n3,25\n",
        "cars.csv, line 1: expected 2 cells, but found 1; CsvOptions.Separator tells what separates cells; " +
        "CsvOptions.LinesAbove tells how many lines stand above the table.");

    [Fact]
    public void One_column_found_makes_Fit_ask_for_it()
    {
        Table table = CsvText.Read("a:y\n1:2\n3:4\n2:2\n");

        table.Columns.Should().Equal("a:y");
        FluentActions.Invoking(() => TabularModel.Fit(table, "a:y")).Should().Throw<ArgumentException>().WithMessage(
            "There is no column to learn from except 'a:y'. One column was found in cars.csv; " +
            "CsvOptions.Separator tells what separates cells.*");
    }

    [Fact]
    public void One_column_found_makes_a_label_that_is_not_there_ask_for_it() =>
        FluentActions.Invoking(() => TabularModel.Fit(CsvText.Read("a:y\n1:2\n3:4\n2:2\n"), "y"))
            .Should().Throw<ArgumentException>().WithMessage("*CsvOptions.Separator*");

    [Fact]
    public void A_comment_begins_a_line_only_if_asked_for()
    {
        CsvText.Read("#a,b\n#1,2\n3,4\n").Shown().Should().Be("#a·b\n#1·2\n3·4");
        CsvText.Read("#a,b\n#1,2\n3,4\n", new CsvOptions { Comment = '#' }).Shown().Should().Be("column 1·column 2\n3·4");
        CsvText.Read("a|b\n|2\n3|4\n").Shown().Should().Be("a·b\n–·2\n3·4");
    }

    [Fact]
    public void Runs_of_blanks_beside_texts_are_found_and_told()
    {
        Table table = CsvText.Read("name age y\nbob 3 0\nann 4 1\n");

        table.Shown().Should().Be("name·age·y\nbob·3·0\nann·4·1");
        table.Describe().Doubts.Should()
            .Contain("runs of blanks were taken for what separates cells; CsvOptions.Separator tells otherwise");
        CsvText.Read("x  y\n1 2\n3 4\n").Describe().Doubts.Should().NotContain(doubt => doubt.Contains("blanks"));
    }

    [Theory]
    [InlineData("name age y\nbob 3 0\nann 4\n", true)]
    [InlineData("1::1193::5\n1::661::3\n2::914::3\n", true)]
    [InlineData("word\nhello world\nbye\n", false)]
    public void One_column_that_could_be_more_is_told(string text, bool isTold)
    {
        const string doubt = "one column was found; CsvOptions.Separator tells what separates cells";
        CsvText.Read(text).Describe().Doubts.Contains(doubt).Should().Be(isTold);
        CsvText.Read(text, new CsvOptions { Separator = ',' }).Describe().Doubts.Should().NotContain(doubt);
    }
}
