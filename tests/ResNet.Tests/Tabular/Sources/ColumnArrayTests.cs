using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Sources;

/// <summary>Arrays by names.</summary>
public class ColumnArrayTests
{
    [Fact]
    public void Arrays_are_columns()
    {
        Table table = Table.FromColumns(("age", new int?[] { 38, null }), ("job", new[] { null, "smith" }), ("", new[] { 1, 2 }));

        table.Columns.Should().Equal("age", "job", "column 3");
        table.Row(0).Should().Equal("38", null, "1");
        table.Row(1).Should().Equal(null, "smith", "2");
    }

    [Fact]
    public void A_table_holds_a_copy()
    {
        int[] ages = [38, 51];
        Table table = Table.FromColumns(("age", ages));
        ages[0] = 1;
        table[0, 0].Should().Be("38");
    }

    [Fact]
    public void What_can_be_no_table_is_refused()
    {
        Refused<ArgumentException>("A table needs a column.*");
        Refused<ArgumentException>("A table needs a row.*", ("a", Array.Empty<int>()));
        Refused<ArgumentException>("The column 'b' has 3 values, but 'a' has 2.*", ("a", new int[2]), ("b", new int[3]));
        Refused<ArgumentException>("The column 'b' has 2 dimensions.*", ("a", new int[2]), ("b", new int[2, 1]));
        Refused<ArgumentException>("Columns 1 and 2 are both named 'a'.*", ("a", new int[1]), ("a", new int[1]));
        Refused<ArgumentException>(
            "Row 1, column 1 (a): a Version can be no cell; make a number, a text, a boolean or a date of it.",
            ("a", new Version[] { new(1, 2) }));
        Refused<ArgumentNullException>("*", ("a", null!));
        Refused<ArgumentNullException>("*", (null!, new int[1]));
        FluentActions.Invoking(() => Table.FromColumns(null!)).Should().ThrowExactly<ArgumentNullException>();
    }

    private static void Refused<TException>(string message, params (string, Array)[] columns)
        where TException : Exception =>
        FluentActions.Invoking(() => Table.FromColumns(columns)).Should().ThrowExactly<TException>().WithMessage(message);
}
