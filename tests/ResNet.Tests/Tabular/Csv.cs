using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>Tables from a few lines of text.</summary>
internal static class Csv
{
    public static Table Read(string text, CsvOptions? options = null)
    {
        using var reader = new StringReader(text);
        return Table.ReadCsv(reader, options, "cars.csv");
    }

    /// <summary>The cells of a row.</summary>
    public static string?[] Row(this Table table, int row) =>
        [.. Enumerable.Range(0, table.Columns.Count).Select(column => table[row, column])];
}
