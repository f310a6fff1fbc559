using System.IO.Compression;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>Tables from a few lines of text.</summary>
internal static class CsvText
{
    public const string Name = "cars.csv";

    public static Table Read(string text, CsvOptions? options = null)
    {
        using var reader = new StringReader(text);
        return Table.ReadCsv(reader, options, Name);
    }

    public static Table Read(byte[] bytes, CsvOptions? options = null) => Read(new MemoryStream(bytes), options);

    public static Table Read(Stream stream, CsvOptions? options = null) => Table.FromCsv(stream, options, Name, known: null);

    /// <summary>The cells of a row.</summary>
    public static string?[] Row(this Table table, int row) =>
        [.. Enumerable.Range(0, table.Columns.Count).Select(column => table[row, column])];

    /// <summary>The columns and all rows.</summary>
    public static string Shown(this Table table) => string.Join(
        '\n',
        Enumerable.Range(0, table.RowCount).Select(row => string.Join('·', table.Row(row).Select(cell => cell ?? "–")))
            .Prepend(string.Join('·', table.Columns)));

    public static byte[] Packed(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>Reading is refused with a message, in which a star stands for anything.</summary>
    public static void ShouldBeRefused(string text, string message, CsvOptions? options = null) =>
        FluentActions.Invoking(() => Read(text, options)).Should().ThrowExactly<InvalidDataException>().WithMessage(message);
}
