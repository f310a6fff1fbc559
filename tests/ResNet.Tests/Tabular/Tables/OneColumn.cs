using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>Tables of one column to look at, called x, beside one of measurements, w, and labels, y.</summary>
internal static class OneColumn
{
    public static Table Of(IEnumerable<string?> cells) =>
        new(["x", "w", "y"], cells.Select((cell, row) => new[] { cell, $"{row % 7}.5", row % 2 == 0 ? "no" : "yes" }));

    /// <summary>The same as a file, whose header is line 1.</summary>
    public static Table OfFile(IEnumerable<string?> cells, CsvOptions? options = null) => CsvText.Read(
        string.Concat(cells.Select((cell, row) => $"\"{cell}\"\t{row % 7}.5\t{(row % 2 == 0 ? "no" : "yes")}\n").Prepend("x\tw\ty\n")),
        (options ?? new CsvOptions()) with { Separator = '\t' });

    /// <summary>What the column is taken for.</summary>
    public static ColumnDescription Describe(IEnumerable<string?> cells, TableOptions? options = null) =>
        Of(cells).Describe("y", options).Columns[0];

    /// <summary>Cells again and again.</summary>
    public static IEnumerable<string?> Cycle(int rows, params string?[] cells) =>
        Enumerable.Range(0, rows).Select(row => cells[row % cells.Length]);

    /// <summary>Numbers from 0.25 on, with some cells in place of others.</summary>
    public static string?[] Numbers(int rows, params (int Row, string? Cell)[] others)
    {
        string?[] cells = [.. Enumerable.Range(0, rows).Select(row => $"{row}.25")];
        foreach ((int row, string? cell) in others) cells[row] = cell;
        return cells;
    }

    /// <summary>Checks that a column is numbers, or of another type with a range.</summary>
    public static void ShouldRange(
        this ColumnDescription column, double least, double greatest, double missing = 0, ColumnType type = ColumnType.Numeric)
    {
        column.Type.Should().Be(type);
        column.Least.Should().Be(least);
        column.Greatest.Should().Be(greatest);
        column.Missing.Should().Be(missing);
    }
}
