using System.Globalization;
using System.Text;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Columns;

/// <summary>A column keeps its different texts while they are few, and the numbers alone where they grow many.</summary>
public class ColumnBuilderTests
{
    private const int Many = ColumnBuilder.MostTexts + 1000;

    [Fact]
    public void Few_texts_are_kept_as_written()
    {
        Column column = Built(keepsTexts: false, mark: null, ["01", "1.0", null, "01", ""]);

        column.Texts.Should().Equal("01", "1.0");
        column.Mark.Should().BeNull();
        Enumerable.Range(0, 5).Select(column.CodeOf).Should().Equal(0, 1, Column.Nothing, 0, Column.Nothing);
        double.IsNaN(column.NumberIn(0)).Should().BeTrue();
    }

    [Theory]
    [InlineData('.')]
    [InlineData(',')]
    public void Many_numbers_are_kept_without_their_texts_but_for_odd_ones(char mark)
    {
        string?[] cells = [.. Enumerable.Range(0, Many).Select(row => Number(row, mark))];
        (cells[3], cells[Many - 5], cells[Many - 4]) = ("odd", null, "odd");
        Column column = Built(keepsTexts: false, mark: null, cells);

        column.Mark.Should().Be(mark);
        column.Texts.Should().Equal("odd");
        (column.CodeOf(3), column.CodeOf(Many - 4), column.CodeOf(Many - 5)).Should().Be((0, 0, Column.Nothing));
        foreach (int row in new[] { 0, 1, 65_536, Many - 1 })
        {
            column.CodeOf(row).Should().Be(Column.Number);
            column.NumberIn(row).Should().Be(row + 0.5);
        }
    }

    [Fact]
    public void Texts_are_kept_however_many_if_that_is_told()
    {
        Column column = Built(keepsTexts: true, mark: null, Enumerable.Range(0, Many).Select(row => Number(row, '.')));

        (column.Mark, column.Texts.Length, column.CodeOf(Many - 1)).Should().Be((null, Many, Many - 1));
    }

    [Fact]
    public void Many_texts_stay_texts()
    {
        Column column = Built(keepsTexts: false, mark: null, Enumerable.Range(0, Many).Select(row => $"t{row}"));

        (column.Mark, column.Texts.Length).Should().Be((null, Many));
        column.Texts[^1].Should().Be($"t{Many - 1}");
    }

    [Fact]
    public void What_points_say_is_kept_of_numbers_without_texts()
    {
        string[] cells = [.. Enumerable.Range(1000, Many).Select(number => $"{number / 1000}.{number % 1000:000}")];

        Points(cells).Should().Be(("1.000", 0, false));
        Points(cells.Prepend("7")).Should().Be(("1.000", 1, false));
        Points(cells.Prepend("0.5")).Should().Be(("0.5", 0, true));
        Points(cells.Append("1234.567")).Should().Be(("1234.567", Many, true));
        Points(cells.Append("0.123")).Should().Be(("0.123", Many, true));
        Points(cells.Append("-1.123")).Should().Be(("1.000", 0, false));
        Points(cells.Append("1.2e5")).Should().Be(("1.2e5", Many, true));
        Points(cells.Select(cell => cell.Replace(".", ""))).Should().Be((null, 0, false));
        Built(keepsTexts: false, mark: '.', cells).Points.Should().BeNull();

        static (string?, int, bool) Points(IEnumerable<string> cells) =>
            Built(keepsTexts: false, mark: null, cells).Points is { } points ? (points.Text, points.Row, points.IsSure) : default;
    }

    [Fact]
    public void A_point_is_none_of_a_number_beside_decimal_commas()
    {
        string[] cells = [.. Enumerable.Range(0, Many).Select(row => Number(row, ',')), "83.123"];

        Column column = Built(keepsTexts: false, mark: null, cells);
        column.Texts.Should().Equal("83.123");
        column.CodeOf(Many).Should().Be(0);
    }

    [Fact]
    public void A_mark_that_is_told_is_the_mark()
    {
        string?[] cells = [.. Enumerable.Range(0, Many).Select(row => Number(row, ','))];

        Built(keepsTexts: false, mark: ',', cells).NumberIn(Many - 1).Should().Be(Many - 0.5);
        Built(keepsTexts: false, mark: '.', cells).Mark.Should().BeNull("with a point as the mark they are texts");
    }

    [Fact]
    public void Texts_of_any_letters_come_back()
    {
        string[] texts = ["ä", "\0", "😀", new string('x', 1000), "İ"];

        Built(keepsTexts: false, mark: null, texts).Texts.Should().Equal(texts);
        FluentActions.Invoking(() => Built(keepsTexts: false, mark: null, ["\ud800"])).Should().Throw<ArgumentException>();
    }

    private static string Number(int row, char mark) => row.ToString(CultureInfo.InvariantCulture) + mark + "5";

    private static Column Built(bool keepsTexts, char? mark, IEnumerable<string?> cells)
    {
        var builder = new ColumnBuilder(keepsTexts, mark);
        int count = 0;
        foreach (string? cell in cells)
        {
            if (count++ % 2 == 0 || cell is null) builder.Add(cell);
            else builder.Add(Encoding.UTF8.GetBytes(cell));
        }

        return builder.Build();
    }
}
