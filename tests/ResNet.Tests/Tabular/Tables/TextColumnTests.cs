using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>Columns of texts are categories, or names of rows that are left out.</summary>
public class TextColumnTests
{
    [Theory]
    [InlineData("TRUE", "FALSE")]
    [InlineData("yes", "no")]
    [InlineData("<18", "18-24", "25-34", ">65")]
    [InlineData("1-2", "3-4")]
    [InlineData("12:30", "9:15")]
    [InlineData("1.2.3", "1.10.0")]
    [InlineData("10.0.0.1", "10.0.0.2")]
    [InlineData("1/2", "3/4")]
    [InlineData("0x10", "0x11")]
    [InlineData("12 kg", "7 kg")]
    public void Few_different_texts_are_categories(params string[] texts)
    {
        ColumnDescription column = OneColumn.Describe(OneColumn.Cycle(60, texts));

        column.Should().BeEquivalentTo(new { Type = ColumnType.Categorical, Missing = 0.0, Least = default(double?) });
        column.Categories.Should().Equal(texts);
        column.Doubts.Should().BeEmpty();
    }

    public static TheoryData<string, Func<int, string>> Names => new()
    {
        { "ids", row => $"A-{row:D4}" },
        { "names", row => $"name {row}" },
        { "free text", row => $"it was {row} o'clock when they came" },
        { "hexadecimal", row => $"{row * 7919 + 0xa000:x}f" },
        { "digits with leading zeros", row => $"{row * 131:D6}" },
        { "telephones", row => $"555-{row:D4}" },
        { "nine of ten different", row => $"name {row % 36}" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Nearly_as_many_texts_as_rows_are_left_out(string what, Func<int, string> cell)
    {
        string[] cells = [.. Enumerable.Range(0, 40).Select(cell)];
        ColumnDescription column = OneColumn.Describe(cells);

        column.Type.Should().Be(ColumnType.Ignored, what);
        column.Doubts.Should().Equal($"x: {cells.Distinct().Count()} different texts in 40 cells, as names and free text have; left out");
    }

    [Fact]
    public void Fewer_texts_or_few_rows_are_categories()
    {
        OneColumn.Describe(Enumerable.Range(0, 40).Select(row => $"name {row % 35}")).Type.Should().Be(ColumnType.Categorical);
        OneColumn.Describe(Enumerable.Range(0, 19).Select(row => $"name {row}")).Type.Should().Be(ColumnType.Categorical);
    }

    [Fact]
    public void Names_that_are_numbers_mostly_are_told_as_such()
    {
        IEnumerable<string> tickets = Enumerable.Range(0, 40).Select(row => row % 4 == 3 ? $"PC {row}" : $"{row * 101}");

        OneColumn.Describe(tickets).Doubts.Should().Equal(
            "x: 40 different texts in 40 cells, as names and free text have: 30 of 40 cells are numbers, but row 4 has 'PC 3'; left out");
    }

    [Fact]
    public void A_mark_among_them_is_told_with_the_option()
    {
        IEnumerable<string> cells = Enumerable.Range(0, 40).Select(row => row % 12 == 3 ? "-" : $"{row}.5");

        OneColumn.OfFile(cells).Describe("y").Columns[0].Doubts.Should().Equal(
            "x: 37 different texts in 40 cells, as names and free text have: 36 of 40 cells are numbers, but line 5 has '-'; " +
            "where it stands for a missing value, CsvOptions.MissingTexts tells; left out");
    }

    [Fact]
    public void Letters_between_cases_are_different_categories() =>
        OneColumn.Describe(OneColumn.Cycle(40, "İ", "i", "ı", "I")).Categories.Should().HaveCount(4);
}
