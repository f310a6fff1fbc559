using System.Text;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>Names that are one too few, or have separators of their own behind them.</summary>
public class CsvShortHeaderTests
{
    private const string Short = "a,b\nr1,1,2\nr2,3,4\n";

    [Fact]
    public void Texts_without_numbers_have_them_too()
    {
        Table table = CsvText.Read("color,size\nr1,red,big\nr2,blue,small\nr3,red,big\n");

        table.Shown().Should().Be("color·size\nred·big\nblue·small\nred·big");
        table.Describe().Doubts.Should()
            .Contain("the first cell of each row has no name in line 1 and was left out as the name of its row");
    }

    [Theory]
    [InlineData("a,b,\n1,2\n3,4\n", "a·b\n1·2\n3·4")]
    [InlineData("a,b,,\n1,2\n3,4\na,b,,\n5,6\n", "a·b\n1·2\n3·4\n5·6")]
    [InlineData("a,b,y\n1,2,0,,\n3,4,1,,\n", "a·b·y\n1·2·0\n3·4·1")]
    public void Separators_behind_names_or_rows_alone_mean_nothing(string text, string expected) =>
        CsvText.Read(text).Shown().Should().Be(expected);

    [Fact]
    public void Told_that_there_is_no_header_a_short_one_is_refused() => CsvText.ShouldBeRefused(
        Short,
        "cars.csv, line 1: expected 3 cells, but found 2; CsvOptions.Separator tells what separates cells; " +
        "CsvOptions.LinesAbove tells how many lines stand above the table.",
        new CsvOptions { Header = false });

    [Fact]
    public void Told_names_do_not_hide_a_short_header()
    {
        CsvText.ShouldBeRefused(
            Short,
            "cars.csv, line 1: expected 3 cells, but found 2; CsvOptions.Header tells that it has names, which the told ones replace.",
            new CsvOptions { ColumnNames = ["id", "a", "b"] });
        CsvText.Read(Short, new CsvOptions { ColumnNames = ["id", "a", "b"], Header = true }).Shown()
            .Should().Be("id·a·b\nr1·1·2\nr2·3·4");
        CsvText.ShouldBeRefused(
            Short, "cars.csv, line 2: expected 2 cells, but found 3.", new CsvOptions { ColumnNames = ["a", "b"], Header = true });
    }

    [Fact]
    public void Types_are_of_the_columns_that_the_names_mean()
    {
        const int rows = 70_000;
        string text = "a,b\n" + string.Concat(Enumerable.Range(0, rows).Select(row => $"r{row},0{row},{row}.50\n"));
        var types = new Dictionary<string, ColumnType> { ["a"] = ColumnType.Categorical };

        Table table = CsvText.Read(text, new CsvOptions { Types = types });

        table.Row(rows - 1).Should().Equal($"0{rows - 1}", $"{rows - 1}.5");
    }

    [Fact]
    public void They_are_found_in_lines_of_any_length()
    {
        string[] names = [.. Enumerable.Range(0, 12_000).Select(column => $"gene{column}")];
        string Row(int row) => $"s{row}," + string.Join(',', names.Select((_, column) => column % 7 + row));

        Table table = CsvText.Read($"{string.Join(',', names)}\n{Row(0)}\n{Row(1)}\n");

        table.Columns.Should().Equal(names);
        table[1, 6].Should().Be("7");
    }

    [Fact]
    public void A_first_line_longer_than_any_sample_is_read()
    {
        string text = new('x', 3 << 20);

        Table table = CsvText.Read($"a;{text}\n1,5;2\n2,5;3\n");

        table.Columns.Should().Equal("a", text);
        table.Row(1).Should().Equal("2,5", "3");
    }

    [Fact]
    public void A_line_of_64_megabytes_is_refused() => FluentActions
        .Invoking(() => CsvText.Read(Encoding.ASCII.GetBytes(new string('x', (64 << 20) + 1))))
        .Should().ThrowExactly<InvalidDataException>()
        .WithMessage("cars.csv, line 1: it does not end within 64 MB; is this CSV text?");
}
