using ResNet.Tabular;

namespace ResNet.Tests.Tabular.Cases;

/// <summary>The files of this folder.</summary>
internal static class Case
{
    public static Table Read(string file, CsvOptions? options = null) => Table.FromCsv(PathOf(file), options);

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Tabular", "Cases", file);

    /// <summary>The message with which reading is refused.</summary>
    public static string Refusal(Func<Table> read) => read.Should().ThrowExactly<InvalidDataException>().Which.Message;

    /// <summary>Types of columns, letter by letter: n for numbers, c for categories, d for dates, i for those left out.</summary>
    public static string Types(this Table table, string? label = "y") =>
        string.Concat(table.Describe(label).Columns.Select(column => char.ToLowerInvariant(column.Type.ToString()[0])));

    /// <summary>Rows of text, one to a line.</summary>
    public static string Lines(string header, int rows, Func<int, string> row) =>
        header + "\n" + string.Concat(Enumerable.Range(0, rows).Select(index => row(index) + "\n"));
}
