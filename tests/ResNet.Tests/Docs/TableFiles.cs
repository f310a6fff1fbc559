using System.Globalization;
using System.IO.Compression;
using Microsoft.Data.Sqlite;

namespace ResNet.Tests.Docs;

/// <summary>The files that the documents read tables from.</summary>
internal static class TableFiles
{
    private const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly string[] people = ["age,job,income", "38,clerk,low", "51,smith,high", "27,,low"];

    private static readonly string[] cars =
    [
        "made,fuel,power,doors,code,price",
        "2019-03-31,petrol,66,5,01,12500", "2020-11-02,diesel,110,5,02,21500", "2021-05-17,petrol,?,3,01,9900",
        "2019-12-01,petrol,44,3,07,4900", "2023-12-24,diesel,96,5,02,19900", "2022-07-09,petrol,70,4,01,14250",
    ];

    /// <summary>Writes them into the working folder.</summary>
    public static void Write()
    {
        File.WriteAllLines("cars.csv", cars);
        File.WriteAllText("autos.csv", "power;price\n66,5;12500\n-;9900\n");
        using (var packed = new GZipStream(File.Create("train.csv.gz"), CompressionLevel.Fastest))
        {
            packed.Write(File.ReadAllBytes("train.csv"));
        }

        WriteDatabase("people.db");
        WriteSheet("people.xlsx");
    }

    private static void WriteDatabase(string file)
    {
        File.Delete(file);
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText =
            "CREATE TABLE people (age REAL, job TEXT, income TEXT); " +
            "INSERT INTO people VALUES (38, 'clerk', 'low'), (51.5, 'smith', 'high'), (27, NULL, 'low')";
        command.ExecuteNonQuery();
    }

    /// <summary>The least that Excel takes for a workbook: a list of contents, two lists of relations, a book and a sheet.</summary>
    private static void WriteSheet(string file)
    {
        File.Delete(file);
        using ZipArchive book = ZipFile.Open(file, ZipArchiveMode.Create);
        Add(book, "[Content_Types].xml", $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/sheet.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
            </Types>
            """);
        Add(book, "_rels/.rels", $"""
            <Relationships xmlns="{Relations}">
            <Relationship Id="r1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/>
            </Relationships>
            """);
        Add(book, "xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Relations}"><Relationship Id="r1" Type="{Office}/worksheet" Target="sheet.xml"/></Relationships>
            """);
        Add(book, "xl/workbook.xml", $"""
            <workbook xmlns="{Spreadsheet}" xmlns:r="{Office}"><sheets><sheet name="people" sheetId="1" r:id="r1"/></sheets></workbook>
            """);
        string rows = string.Concat(people.Select(row => $"<row>{string.Concat(row.Split(',').Select(Cell))}</row>"));
        Add(book, "xl/sheet.xml", $"""<worksheet xmlns="{Spreadsheet}"><sheetData>{rows}</sheetData></worksheet>""");
    }

    private static string Cell(string cell) =>
        cell.Length == 0 ? "<c/>"
        : int.TryParse(cell, CultureInfo.InvariantCulture, out _) ? $"<c><v>{cell}</v></c>"
        : $"<c t=\"inlineStr\"><is><t>{cell}</t></is></c>";

    private static void Add(ZipArchive book, string name, string text)
    {
        using var writer = new StreamWriter(book.CreateEntry(name).Open());
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text);
    }
}
