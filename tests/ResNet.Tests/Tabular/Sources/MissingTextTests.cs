using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Sources;

/// <summary>Sources have null for what is missing; texts that mark missing values in files do so only beside numbers and dates.</summary>
public class MissingTextTests
{
    private enum Basement
    {
        None,
        Full,
    }

    [Fact]
    public void A_member_of_an_enumeration_is_a_value_whatever_it_is_called()
    {
        Basement?[] basements = [Basement.None, Basement.Full, null];
        Table table = Table.FromColumns(("basement", basements));

        table[0, 0].Should().Be("None");
        ColumnDescription column = table.Describe().Columns.Single();
        column.Categories.Should().BeEquivalentTo("None", "Full");
        column.Missing.Should().BeApproximately(1 / 3.0, 1e-12);
        ColumnDescription label = Table.FromColumns(("size", new[] { 1.5, 2, 3 }), ("basement", basements)).Describe("basement").Columns[1];
        label.Categories.Should().BeEquivalentTo("None", "Full");
        label.Doubts.Should().BeEmpty();
    }

    [Fact]
    public void Among_other_texts_a_text_is_a_category_and_blanks_are_missing()
    {
        Table table = Table.FromColumns(("country", new[] { "NA", "DE", " ", null }));

        table[0, 0].Should().Be("NA");
        ColumnDescription column = table.Describe().Columns.Single();
        column.Categories.Should().BeEquivalentTo("NA", "DE");
        column.Missing.Should().Be(0.5);
    }

    [Fact]
    public void Among_numbers_and_dates_it_is_missing_a_few_odd_ones_aside()
    {
        string[] numbers = [.. Enumerable.Range(0, 30).Select(row => $"{row}.5"), "N/A", "NULL", "few"];
        string[] dates = [.. Enumerable.Range(1, 30).Select(day => $"2024-01-{day:00}"), "N/A", "NULL", "soon"];
        Table table = Table.FromColumns(("number", numbers), ("date", dates), ("nothing", new string[33].Select(_ => "NA").ToArray()));

        table.Row(30).Should().Equal(null, null, null);
        table.Row(32).Should().Equal("few", "soon", null);
        table.Describe().Columns.Select(column => (column.Type, column.Missing)).Should().Equal(
            (ColumnType.Numeric, 3 / 33.0), (ColumnType.Date, 3 / 33.0), (ColumnType.Ignored, 1));
    }

    [Fact]
    public void A_model_takes_them_alike_in_later_rows_however_few()
    {
        Basement[] basements = [.. Enumerable.Range(0, 40).Select(row => row % 2 == 0 ? Basement.None : Basement.Full)];
        string[] labels = [.. basements.Select(basement => basement == Basement.None ? "dry" : "wet")];
        TableEncoder encoder = TableEncoder.Fit(Table.FromColumns(("basement", basements), ("y", labels)), "y");

        encoder.FeatureNames.Should().Equal("basement=Full", "basement=None");
        foreach (string text in new[] { "None", "Full" })
        {
            float[] expected = text == "None" ? [0, 1] : [1, 0];
            encoder.Encode(Table.FromColumns(("basement", new[] { Enum.Parse<Basement>(text) }))).Column(0).Should().Equal(expected);
            encoder.Encode(CsvText.Read($"basement\n{text}\n", new CsvOptions { Header = true })).Column(0).Should().Equal(expected);
        }
    }
}
