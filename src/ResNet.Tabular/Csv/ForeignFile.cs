using System.Text;

namespace ResNet.Tabular;

/// <summary>Files that are often given in place of CSV, known by how they begin.</summary>
internal static class ForeignFile
{
    private static readonly (byte[] Start, string Kind)[] bytes =
    [
        ([.. "PK\x03\x04"u8], "a ZIP archive, as Excel workbooks are: save the sheet as CSV, or unpack it first"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook: save the sheet as CSV"),
        ([.. "PAR1\x15"u8], $"a Parquet file: {nameof(Table)}.{nameof(Table.From)} takes a data reader of it"),
        ([.. "SQLite format 3\0"u8], $"an SQLite database: {nameof(Table)}.{nameof(Table.From)} takes a data reader of it"),
        ([0x1F, 0x8B], "packed by gzip twice: unpack it first"),
        ([.. "BZh91AY&SY"u8], "packed by bzip2: unpack it first"),
        ([0xFD, .. "7zXZ\0"u8], "packed by xz: unpack it first"),
        ([0x28, 0xB5, 0x2F, 0xFD], "packed by Zstandard: unpack it first"),
        ([.. "%PDF-"u8], "a PDF document"),
    ];

    private static readonly (string Start, string Kind)[] texts =
    [
        ("versionhttps://git-lfs", "a pointer of Git LFS: git lfs pull fetches the file itself"),
        ("<!doctype", "a web page"),
        ("<html", "a web page"),
        ("<?xml", "XML"),
        ("{\"", "JSON"),
        ("[{", "JSON"),
        ("[[", "JSON"),
    ];

    /// <summary>What a file is; null where it may be CSV.</summary>
    /// <param name="start">its first bytes</param>
    public static string? KindOf(byte[] start)
    {
        foreach ((byte[] known, string kind) in bytes)
        {
            if (start.AsSpan().StartsWith(known)) return kind;
        }

        string text = string.Concat(Encoding.UTF8.GetString(start).TrimStart('\uFEFF').Where(letter => !char.IsWhiteSpace(letter)));
        return texts.FirstOrDefault(known => text.StartsWith(known.Start, StringComparison.OrdinalIgnoreCase)).Kind;
    }
}
