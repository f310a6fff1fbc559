using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>Lines of text above a table.</summary>
public class CsvTitleTests
{
    [Theory]
    [InlineData("Report,,\nCreated,2020-01-01,\n,,\nname,age,y\nbob,3,0\nann,4,1\n", "name·age·y\nbob·3·0\nann·4·1", 2)]
    [InlineData("Station: 12\nUnit,C\nday,temp,y\n1,3.5,0\n2,4.5,1\n", "day·temp·y\n1·3.5·0\n2·4.5·1", 2)]
    [InlineData("Report of May 5, 2020\nSource: A, B, and C\na,b,c,y\n1,2,3,0\n3,4,5,1\n", "a·b·c·y\n1·2·3·0\n3·4·5·1", 2)]
    [InlineData("# x, y measured\nx,y\n1,2\n3,4\n", "x·y\n1·2\n3·4", 1)]
    [InlineData("# one\n# two\n# three\n# four\na,b,y\n1,2,0\n3,4,1\n", "a·b·y\n1·2·0\n3·4·1", 4)]
    [InlineData("Report,2020,1\na,b,y,z\n1,2,0,u\n3,4,1,v\n", "a·b·y·z\n1·2·0·u\n3·4·1·v", 1)]
    public void They_are_left_out_and_told(string text, string expected, int lines)
    {
        Table table = CsvText.Read(text);

        table.Shown().Should().Be(expected);
        table.Describe().Doubts.Should().Contain(
            lines == 1 ? "1 line of text above the table was left out" : $"{lines} lines of text above the table were left out");
    }

    [Fact]
    public void Names_that_begin_with_a_mark_are_names() =>
        CsvText.Read("#time,speed\ns,m/s\n1,2.5\n2,3.5\n").Columns.Should().Equal("#time", "speed");

    [Fact]
    public void Those_that_could_be_rows_are_refused_with_the_option_that_leaves_them_out()
    {
        const string text = "Report,2020\nname,kind,x\nrex,dog,a\ntom,cat,a\n";

        CsvText.ShouldBeRefused(
            text, "cars.csv, line 1: expected 3 cells, but found 2; CsvOptions.Separator tells what separates cells; " +
            "CsvOptions.LinesAbove tells how many lines stand above the table.");
        CsvText.ShouldBeRefused(
            text, "cars.csv, line 1: expected 3 cells, but found 2; CsvOptions.LinesAbove tells how many lines stand above the table.",
            new CsvOptions { Separator = ',' });
        CsvText.Read(text, new CsvOptions { LinesAbove = 1, Header = true }).Shown().Should().Be("name·kind·x\nrex·dog·a\ntom·cat·a");
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void So_many_lines_are_left_out_as_told_blank_ones_among_them(string newLine)
    {
        string text = "\"open, \u00A7\n\n5,6\na,b\n1,2\n".Replace("\n", newLine, StringComparison.Ordinal);

        CsvText.Read(text, new CsvOptions { LinesAbove = 3 }).Shown().Should().Be("a·b\n1·2");
        CsvText.Read(text, new CsvOptions { LinesAbove = 2, Header = false }).Shown().Should().Be("column 1·column 2\n5·6\na·b\n1·2");
        CsvText.ShouldBeRefused(text + "3", "cars.csv, line 6: expected 2 cells, but found 1.", new CsvOptions { LinesAbove = 3 });
    }

    [Fact]
    public void Told_their_number_no_others_are_left_out()
    {
        CsvText.Read("# x,z\nx,y\n1,2\n", new CsvOptions { LinesAbove = 0 }).Columns.Should().Equal("# x", "z");
        CsvText.ShouldBeRefused(
            "Title\na,b,y\n1,2,0\n", "cars.csv, line 1: expected 3 cells, but found 1; CsvOptions.Separator tells what separates cells.",
            new CsvOptions { LinesAbove = 0 });
        CsvText.ShouldBeRefused("Title\n", "cars.csv: there are no rows.", new CsvOptions { LinesAbove = 9 });
    }
}
