using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>A table prints its size and its first rows.</summary>
public class TableTextTests
{
    [Fact]
    public void A_table_prints_its_size_and_its_rows()
    {
        var table = new Table(["age", "job"], [["38", "clerk"], [null, "smith"]]);

        Lines(table).Should().Equal(
            "2 rows of 2 columns",
            "age  job",
            "38   clerk",
            "–    smith");
    }

    [Fact]
    public void A_long_table_shows_its_first_rows_alone()
    {
        var table = new Table(["x"], Enumerable.Range(0, 1000).Select(row => new[] { $"{row}" }));

        Lines(table).Should().Equal("1,000 rows of 1 column", "x", "0", "1", "2", "3", "4", "…");
        ForeignCulture.In(table.ToString).Should().Be(table.ToString());
    }

    [Fact]
    public void A_wide_table_stays_within_100_columns()
    {
        var table = new Table([.. Enumerable.Range(0, 60).Select(i => $"column {i}")], [[.. Enumerable.Range(0, 60).Select(i => $"{i}")]]);

        string[] lines = Lines(table);
        lines.Should().HaveCount(3).And.OnlyContain(line => line.Length <= 100);
        lines[0].Should().Be("1 row of 60 columns");
        lines[1].Should().StartWith("column 0  column 1  column 2").And.EndWith("  …");
    }

    [Fact]
    public void Unruly_cells_and_names_take_one_line_and_are_cut()
    {
        string face = string.Concat(Enumerable.Repeat("😀", 40));
        var table = new Table(
            ["two\nlines", new string('n', 500), "", face],
            [["a\r\nb\tc\u2028d\u0085e\u001b[31m", new string('x', 10_000), "", face], ["", null, "z", "y"]]);

        string[] lines = Lines(table);
        lines.Should().HaveCount(4).And.OnlyContain(line => line.Length <= 100 && !line.Any(char.IsControl) && !line.Contains('\u2028'));
        lines[1].Should().StartWith("two lines  ");
        lines[2].Should().StartWith("a b c d e [31m").And.Contain("xxx…");
        lines.Should().OnlyContain(line => IsText(line), "a letter of two halves is not cut in two");
    }

    private static bool IsText(string line) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(line)) == line;

    private static string[] Lines(Table table) => table.ToString()!.Split(Environment.NewLine);
}
