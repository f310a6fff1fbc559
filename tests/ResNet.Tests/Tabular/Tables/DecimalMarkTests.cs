using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>A table has one decimal mark, which its cells say or an option tells.</summary>
public class DecimalMarkTests
{
    [Theory]
    [InlineData("a;b\n1,5;x\n2,25;y", 1.5, 2.25)]
    [InlineData("a;b\n0,125;x\n3,250;y", 0.125, 3.25)]
    [InlineData("a;b\n1234,567;x\n2;y", 2, 1234.567)]
    [InlineData("a;b\n1.234,5;x\n2.345;y", 1234.5, 2345)]
    [InlineData("a;b\n1.234.567;x\n2.345;y", 2345, 1234567)]
    [InlineData("a;b\n7,310E-01;x\n1,5E+02;y", 0.731, 150)]
    [InlineData("a,b\n\"1,5\",x\n\"2,25\",y", 1.5, 2.25)]
    [InlineData("a;b\n1.5;x\n2.125;y", 1.5, 2.125)]
    [InlineData("a;b\n1.234;x\n2.345;y", 1.234, 2.345)] // points that parse are decimals, always
    [InlineData("a;b\n1,234.5;x\n2,345;y", 1234.5, 2345)]
    [InlineData("a,b\n\"12,34,567\",x\n\"2,345\",y", 2345, 1234567)]
    [InlineData("a;b\n1'234.50;x\n2;y", 2, 1234.5)]
    [InlineData("a;b\n1 234;x\n2;y", 2, 1234)]
    [InlineData("a;b\n1 234,5;x\n2;y", 2, 1234.5)]
    public void Numbers_are_read_by_the_mark_that_cells_say(string text, double least, double greatest)
    {
        ColumnDescription column = CsvText.Read(text).Describe("b").Columns[0];

        column.ShouldRange(least, greatest);
        column.Doubts.Should().BeEmpty();
    }

    [Fact]
    public void One_column_says_it_for_all()
    {
        Range(CsvText.Read("a;b\n1,234;0,5\n2,345;1"), "a").Should().Equal(1.234, 2.345);
        Range(CsvText.Read("a;b\n1,234;0.5\n2,345;1"), "a").Should().Equal(1234, 2345);
        Range(CsvText.Read("a;b\n83.123;1.234,5\n2.345;1"), "a").Should().Equal(2345, 83123);
    }

    [Theory]
    [InlineData(
        "a;b\n1,234;x\n2,345;y",
        "cars.csv, line 2, column 1 (a): '1,234' could have a decimal comma or be thousands; CsvOptions.DecimalMark tells.")]
    [InlineData(
        "b,a\nx,\"1,234\"\ny,\"2,345\"",
        "cars.csv, line 2, column 2 (a): '1,234' could have a decimal comma or be thousands; CsvOptions.DecimalMark tells.")]
    [InlineData(
        "a;b\n1;5%\n2;\"1,250 %\"",
        "cars.csv, line 3, column 2 (b): '1,250 %' could have a decimal comma or be thousands; CsvOptions.DecimalMark tells.")]
    [InlineData(
        "a;b\n1,5;0.25\n2,5;0.75",
        "cars.csv, line 2, column 1 (a): '1,5' has a decimal comma, but '0.25' of cars.csv, line 2, column 2 (b) a point; " +
        "CsvOptions.DecimalMark tells.")]
    [InlineData(
        "a;b\n83.123;1,5\n2.345;0,5",
        "cars.csv, line 2, column 1 (a): '83.123' could have a decimal point or be thousands, as '1,5' of cars.csv, line 2, column 2 (b) " +
        "has a decimal comma; CsvOptions.DecimalMark tells.")]
    public void What_could_mean_two_things_is_refused_with_the_option(string text, string message) =>
        FluentActions.Invoking(() => CsvText.Read(text)).Should().ThrowExactly<InvalidDataException>().WithMessage(message);

    [Fact]
    public void So_it_is_in_columns_of_many_numbers()
    {
        const string which = "could have a decimal point or be thousands, as ";
        string points = Lines(row => $"{row / 1000 + 1}.{row % 1000:000};{row % 7},5");
        Refused(points, $"cars.csv, line 2, column 1 (a): '1.000' {which}'0,5' of cars.csv, line 2, column 2 (b) has a decimal comma");
        string commas = Lines(row => $"83.123;{row},5");
        Refused(commas, $"cars.csv, line 2, column 1 (a): '83.123' {which}the numbers of column 2 (b) have a decimal comma");
        string both = Lines(row => $"0.25;{row},5");
        Refused(both, "cars.csv, column 2 (b): its numbers have a decimal comma, but '0.25' of cars.csv, line 2, column 1 (a) a point");
        string many = Lines(row => $"{row}.25;{row % 7},5");
        Refused(many, "cars.csv, line 2, column 2 (b): '0,5' has a decimal comma, but '0.25' of cars.csv, line 2, column 1 (a) a point");
        Range(CsvText.Read(Lines(row => $"{row}.25;1,234")), "b").Should().Equal(1234, 1234);
        Range(CsvText.Read(points, Mark(',')), "a").Should().Equal(1000, 9999);
        Range(CsvText.Read(commas, Mark(',')), "a").Should().Equal(83123, 83123);
        Range(CsvText.Read(Lines(row => $"{row / 1000 + 1}.{row % 1000:000};x")), "a").Should().Equal(1, 9.999);

        static string Lines(Func<int, string> line) => "a;b\n" + string.Join('\n', Enumerable.Range(0, 9000).Select(line));
        static void Refused(string text, string message) => FluentActions.Invoking(() => CsvText.Read(text))
            .Should().ThrowExactly<InvalidDataException>().WithMessage($"{message}; CsvOptions.DecimalMark tells.");
    }

    [Fact]
    public void The_option_settles_it()
    {
        Range(CsvText.Read("a;b\n1,234;x\n2,345;y", Mark('.')), "a").Should().Equal(1234, 2345);
        Range(CsvText.Read("a;b\n1,234;x\n2,345;y", Mark(',')), "a").Should().Equal(1.234, 2.345);
        Range(CsvText.Read("a;b\n83.123;1,5\n2.345;0,5", Mark(',')), "a").Should().Equal(2345, 83123);
        Table pointed = CsvText.Read("a;b\n83.123;1,5\n2.345;0,5", Mark('.'));
        Range(pointed, "a").Should().Equal(2.345, 83.123);
        pointed.Describe().Columns[1].Type.Should().Be(ColumnType.Categorical);
    }

    [Fact]
    public void Columns_that_are_told_to_be_no_numbers_say_nothing()
    {
        var told = new CsvOptions { Types = new Dictionary<string, ColumnType> { ["a"] = ColumnType.Categorical } };

        Range(CsvText.Read("a;b\n1,5;0.25\n2,5;0.75", told), "b").Should().Equal(0.25, 0.75);
    }

    [Fact]
    public void Rows_in_memory_have_no_option_but_are_refused_as_well() =>
        FluentActions.Invoking(() => new Table(["a"], [["1,234"], ["2,345"]]).Describe()).Should().ThrowExactly<InvalidDataException>()
            .WithMessage("Row 1, column 1 (a): '1,234' could have a decimal comma or be thousands; write numbers as in 1234.5.");

    private static CsvOptions Mark(char mark) => new() { DecimalMark = mark };

    private static double[] Range(Table table, string column)
    {
        ColumnDescription found = table.Describe().Columns[table.IndexOf(column)];
        found.Type.Should().Be(ColumnType.Numeric);
        return [found.Least!.Value, found.Greatest!.Value];
    }
}
