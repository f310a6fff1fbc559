using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ResNet.Tabular;

namespace ResNet.Tests.Tabular;

/// <summary>A way to write a table.</summary>
internal sealed record CsvDialect(
    char Separator, char Mark, string Missing, string NewLine, string Encoding,
    bool HasByteOrderMark, bool QuotesAll, bool EndsLine, bool IsPacked)
{
    /// <summary>A mark of missing values that no program knows.</summary>
    public const string OwnMark = "–9";

    public static Gen<CsvDialect> Any { get; } =
        from separator in Gen.Elements(',', ';', '\t', '|')
        from mark in Gen.Elements('.', '.', ',')
        from missing in Gen.Elements("", "NA", "null", "N/A", "nan", "?", OwnMark)
        from newLine in Gen.Elements("\n", "\r\n", "\r")
        from encoding in Gen.Elements("utf-8", "utf-8", "utf-16", "utf-16BE")
        from flags in Gen.Choose(0, 15)
        select new CsvDialect(
            separator, mark, missing, newLine, encoding,
            encoding != "utf-8" || (flags & 1) > 0, (flags & 2) > 0, (flags & 4) > 0, (flags & 8) > 0);

    /// <summary>Options that tell all that the file does not say.</summary>
    public CsvOptions Told => Needed with { Separator = Separator, DecimalMark = Mark };

    /// <summary>Options that tell only what nobody could find.</summary>
    public CsvOptions Needed => new() { Header = true, MissingTexts = Missing == OwnMark ? [OwnMark] : [] };

    public byte[] Bytes(CsvDraw table)
    {
        IEnumerable<string> lines = table.Rows.Select(row => row.Select(Cell)).Prepend(table.Names.Select(Quoted))
            .Select(cells => string.Join(Separator, cells));
        var encoding = System.Text.Encoding.GetEncoding(Encoding);
        byte[] bytes =
        [
            .. HasByteOrderMark ? encoding.GetPreamble() : [],
            .. encoding.GetBytes(string.Join(NewLine, lines) + (EndsLine ? NewLine : "")),
        ];
        return IsPacked ? CsvText.Packed(bytes) : bytes;
    }

    private string Cell(object? cell) => Quoted(cell switch
    {
        null => Missing,
        double number => number.ToString("R", CultureInfo.InvariantCulture).Replace('.', Mark),
        _ => (string)cell,
    });

    private string Quoted(string text) => QuotesAll || text.AsSpan().ContainsAny([Separator, '"', '\n', '\r'])
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : text;
}
