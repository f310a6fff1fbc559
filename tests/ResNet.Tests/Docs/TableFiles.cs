using System.Globalization;
using System.IO.Compression;
using Microsoft.Data.Sqlite;
using ResNet.Tests.Tabular.Sources;

namespace ResNet.Tests.Docs;

/// <summary>The files that the documents read tables from.</summary>
internal static class TableFiles
{
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
        File.WriteAllBytes("people.xlsx", SheetFile.Of([.. people.Select(row => row.Split(',').Select(Cell).ToArray())]));
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

    private static object? Cell(string cell) =>
        cell.Length == 0 ? null : int.TryParse(cell, CultureInfo.InvariantCulture, out int number) ? number : cell;
}
