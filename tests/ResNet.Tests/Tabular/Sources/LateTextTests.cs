using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Sources;

/// <summary>Texts of a column that come after many numbers, when a file would be read again.</summary>
public class LateTextTests
{
    private const int Numbers = ColumnBuilder.MostTexts + 4464;
    private const int All = Numbers + 9_000;

    private static readonly string[] codes =
        [.. Enumerable.Range(0, All).Select(row => row < Numbers ? $"{row:D6}" : $"x{row}")];

    [Fact]
    public void Those_of_rows_in_memory_are_kept() => ShouldHaveAll(new Table(["code"], codes.Select(code => new[] { code })));

    [Fact]
    public void Those_of_texts_are_kept()
    {
        ShouldHaveAll(Table.FromColumns(("code", codes)));
        ShouldHaveAll(Table.From(codes.Select(code => new { Code = code })));
        using var reader = new Rows(["code"], [.. codes.Select(code => new object[] { code })]);
        ShouldHaveAll(Table.From(reader));
    }

    [Fact]
    public void Those_after_values_that_were_numbers_are_refused()
    {
        object[] values = [.. codes.Select((code, row) => row < Numbers ? (object)row : code)];

        FluentActions.Invoking(() => Table.FromColumns(("b", new int[All]), ("a", values)))
            .Should().ThrowExactly<InvalidDataException>().WithMessage(
                "The table, column 2 (a): texts come late, when those of earlier numbers were not kept; " +
                "make all its values texts, or numbers.");
    }

    [Fact]
    public void A_few_odd_ones_after_numbers_stay_odd_ones()
    {
        object[] values = [.. Enumerable.Range(0, Numbers).Cast<object>(), "many"];

        Table table = Table.FromColumns(("a", values), ("b", new int[values.Length]));

        table[0, 0].Should().Be("0");
        table[Numbers, 0].Should().Be("many");
    }

    private static void ShouldHaveAll(Table table)
    {
        table[1, 0].Should().Be("000001");
        table[Numbers - 1, 0].Should().Be($"{Numbers - 1:D6}");
        table[All - 1, 0].Should().Be($"x{All - 1}");
    }
}
