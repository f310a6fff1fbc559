using CsvHelper;

namespace ResNet.Tabular;

/// <summary>Reads a table from CSV text.</summary>
internal static class CsvTable
{
    /// <summary>The name of a column that has none.</summary>
    public static string NameOf(int column) => $"column {column + 1}";

    /// <exception cref="InvalidDataException">names the file and the line.</exception>
    public static Table Read(TextReader reader, CsvOptions options, string name)
    {
        (List<string?[]> rows, List<int> lines) = Records(reader, options, name);
        bool hasHeader = options.Header ?? (options.ColumnNames is null && LooksLikeHeader(rows, options));
        if (rows.Count <= (hasHeader ? 1 : 0))
        {
            throw new InvalidDataException($"{name}: there are no rows{(hasHeader ? " below the names of the columns" : "")}.");
        }

        string[] columns = options.ColumnNames is { } given ? [.. given] : hasHeader ? Names(rows[0]) : Names(new string?[rows[0].Length]);
        RefuseSameNames(columns, $"{name}, line {lines[0]}");
        int first = hasHeader ? 1 : 0;
        var missing = options.MissingTexts.ToHashSet(StringComparer.Ordinal);
        string?[][] cells = [.. rows.Skip(first)];
        foreach (string?[] row in cells)
        {
            for (int column = 0; column < row.Length; column++)
            {
                if (missing.Contains(row[column]!)) row[column] = null;
            }
        }

        return new Table(columns, cells, new TableOrigin(name, [.. lines.Skip(first)]));
    }

    private static (List<string?[]> Rows, List<int> Lines) Records(TextReader reader, CsvOptions options, string name)
    {
        using CsvReader csv = CsvReader.Create(reader, Settings(options, name), leaveOpen: true);
        List<string?[]> rows = [];
        List<int> lines = [];
        try
        {
            while (csv.Read())
            {
                if (IsBlank(csv.RawRecord)) continue;
                int expected = options.ColumnNames?.Count ?? (rows.Count == 0 ? csv.FieldCount : rows[0].Length);
                if (csv.FieldCount != expected)
                {
                    throw new InvalidDataException(
                        $"{name}, line {csv.LineNumber}: expected {expected} cells, but found {csv.FieldCount}.");
                }

                var row = new string?[expected];
                for (int column = 0; column < expected; column++) row[column] = csv.GetString(column);
                rows.Add(row);
                lines.Add((int)csv.LineNumber);
            }
        }
        catch (CsvFormatException exception)
        {
            throw new InvalidDataException($"{name}, line {exception.LineNumber}: {exception.Message}", exception);
        }

        return (rows, lines);
    }

    private static CsvReaderOptions Settings(CsvOptions options, string name) => new()
    {
        Separator = options.Separator,
        CommentPrefix = options.Comment,
        HasHeader = false,
        TrimWhitespace = true,
        TrimInsideQuotes = true,
        TrackLineNumbers = true,
        PoolStrings = true,
        OnMalformedRecord = record => RefuseBrokenQuote(record, name),
    };

    private static bool IsBlank(ReadOnlySpan<byte> record) => record.Trim(" \t"u8).IsEmpty;

    /// <summary>A quote within text, as in 5" disk, is text; other misplaced quotes make the ends of cells ambiguous.</summary>
    private static void RefuseBrokenQuote(CsvMalformedRecord record, string name)
    {
        string? trouble = record.Reason switch
        {
            CsvMalformedReason.UnterminatedQuote => "a quote is opened and never closed",
            CsvMalformedReason.TextAfterClosingQuote => "text follows a closing quote within its cell",
            _ => null,
        };
        if (trouble is not null) throw new InvalidDataException($"{name}, line {record.LineNumber}: {trouble}.");
    }

    private static bool LooksLikeHeader(List<string?[]> rows, CsvOptions options)
    {
        if (rows.Count < 2 || rows[0].Any(cell => Numbers.TryParse(cell!, out _))) return false;
        return Enumerable.Range(0, rows[0].Length).Any(column => IsNumericBelow(rows, column, options.MissingTexts));
    }

    private static bool IsNumericBelow(List<string?[]> rows, int column, IReadOnlyCollection<string> missing)
    {
        bool any = false;
        foreach (string?[] row in rows.Skip(1))
        {
            if (missing.Contains(row[column]!)) continue;
            if (!Numbers.TryParse(row[column]!, out _)) return false;
            any = true;
        }

        return any;
    }

    private static string[] Names(string?[] header) =>
        [.. header.Select((cell, column) => string.IsNullOrEmpty(cell) ? NameOf(column) : cell)];

    private static void RefuseSameNames(string[] columns, string place)
    {
        for (int column = 0; column < columns.Length; column++)
        {
            int earlier = Array.IndexOf(columns, columns[column]);
            if (earlier < column)
            {
                throw new InvalidDataException($"{place}: columns {earlier + 1} and {column + 1} are both named '{columns[column]}'.");
            }
        }
    }
}
