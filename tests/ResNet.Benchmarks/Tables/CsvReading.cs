using System.Diagnostics;
using System.Globalization;
using CsvHelper;

namespace ResNet.Benchmarks.Tables;

/// <summary>The time to read the file: as a table, and the floor of that, its cells alone on one thread.</summary>
internal static class CsvReading
{
    public static IEnumerable<(TableFigure, double)> Table(string file)
    {
        var watch = Stopwatch.StartNew();
        Tabular.Table table = Tabular.Table.FromCsv(file);
        double seconds = watch.Elapsed.TotalSeconds;
        double memory = ResidentMemory.Highest() / 1e6;
        GC.KeepAlive(table);
        return [(TableFigure.Reading, seconds), (TableFigure.ReadingMemory, memory)];
    }

    public static IEnumerable<(TableFigure, double)> Spans(string file) => [(TableFigure.Spans, SecondsOfCells(file, numbers: 0))];

    public static IEnumerable<(TableFigure, double)> SpansAndNumbers(string file) =>
        [(TableFigure.SpansAndNumbers, SecondsOfCells(file, TableFile.NumberColumns))];

    /// <summary>Takes every cell, and of the first cells of each row the number.</summary>
    private static double SecondsOfCells(string file, int numbers)
    {
        var watch = Stopwatch.StartNew();
        using FileStream stream = File.OpenRead(file);
        using CsvReader csv = CsvReader.Create(stream);
        long bytes = 0;
        while (csv.Read())
        {
            for (int column = 0; column < csv.FieldCount; column++)
            {
                ReadOnlySpan<byte> cell = csv.GetSpan(column);
                bytes += cell.Length;
                if (column < numbers && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
                {
                    throw new InvalidDataException($"Row {csv.RowNumber}, column {column + 1} is no number.");
                }
            }
        }

        double seconds = watch.Elapsed.TotalSeconds;
        return bytes > 0 ? seconds : throw new InvalidDataException("There are no cells.");
    }
}
