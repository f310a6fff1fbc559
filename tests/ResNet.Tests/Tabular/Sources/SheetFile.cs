using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace ResNet.Tests.Tabular.Sources;

/// <summary>Writes a sheet as spreadsheets do (Office Open XML).</summary>
internal static class SheetFile
{
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Application = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>The bytes of a file with one sheet.</summary>
    /// <param name="cells">rows of numbers, texts, booleans, dates or null</param>
    public static byte[] Of(object?[][] cells)
    {
        using var file = new MemoryStream();
        using (var parts = new ZipArchive(file, ZipArchiveMode.Create))
        {
            Write(parts, "[Content_Types].xml", $"""
                <Types xmlns="{Types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="{Application}.sheet.main+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="{Application}.styles+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Application}.worksheet+xml"/></Types>
                """);
            Write(parts, "_rels/.rels", RelationsOf(("officeDocument", "xl/workbook.xml")));
            Write(parts, "xl/_rels/workbook.xml.rels", RelationsOf(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")));
            Write(parts, "xl/workbook.xml", $"""
                <workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="people" sheetId="1" r:id="rId1"/></sheets></workbook>
                """);
            Write(parts, "xl/styles.xml", $"""
                <styleSheet xmlns="{Main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs>
                </styleSheet>
                """);
            string rows = string.Concat(cells.Select((row, index) => $"""<row r="{index + 1}">{string.Concat(row.Select(Cell))}</row>"""));
            Write(parts, "xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>""");
        }

        return file.ToArray();
    }

    private static string Cell(object? value) => value switch
    {
        null => "<c/>",
        string text => $"""<c t="inlineStr"><is><t>{SecurityElement.Escape(text)}</t></is></c>""",
        bool flag => $"""<c t="b"><v>{(flag ? 1 : 0)}</v></c>""",
        DateTime date => $"""<c s="1"><v>{Invariant(date.ToOADate())}</v></c>""",
        _ => $"<c><v>{Invariant(value)}</v></c>",
    };

    private static string Invariant(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static string RelationsOf(params (string Type, string Target)[] parts)
    {
        IEnumerable<string> relations = parts.Select((part, index) =>
            $"""<Relationship Id="rId{index + 1}" Type="{Office}/{part.Type}" Target="{part.Target}"/>""");
        return $"""<Relationships xmlns="{Relations}">{string.Concat(relations)}</Relationships>""";
    }

    private static void Write(ZipArchive parts, string name, string text)
    {
        using var writer = new StreamWriter(parts.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(Declaration + text);
    }
}
