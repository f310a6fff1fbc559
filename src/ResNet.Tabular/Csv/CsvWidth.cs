using CsvHelper;

namespace ResNet.Tabular;

/// <summary>What is said of a record that has too few or too many cells, and of the option that may help.</summary>
/// <param name="options">what was told</param>
/// <param name="shape">the file's layout</param>
internal sealed class CsvWidth(CsvOptions options, CsvShape shape)
{
    private const string Options = nameof(CsvOptions);

    /// <summary>The number of cells in a row.</summary>
    public int Cells { get; } = options.ColumnNames?.Count ?? shape.Width;

    /// <summary>What is wrong with a record of another number of cells.</summary>
    /// <param name="csv">a reader at the record</param>
    /// <param name="isFirst">whether no row stands above it</param>
    public string Trouble(CsvReader csv, bool isFirst) =>
        $"expected {Shown.Count(Cells, "cell")}, but found {csv.FieldCount}{HintFor(csv.RawRecord, isFirst)}";

    private string HintFor(ReadOnlySpan<byte> record, bool isFirst)
    {
        char quote = options.Quote ?? '"';
        if (options.Comment is null && record is [(byte)'#' or (byte)'%' or (byte)'!', ..])
        {
            return $"; {Options}.{nameof(CsvOptions.Comment)} tells that lines that begin with {(char)record[0]} are comments";
        }

        if (!options.BackslashQuotes && record.IndexOf([(byte)'\\', (byte)quote]) >= 0) return CsvRecords.BackslashHint(quote);
        return isFirst && Cells == shape.Width ? HintForFirst() : "";
    }

    private string HintForFirst()
    {
        if (options.ColumnNames is not null)
        {
            return $"; {Options}.{nameof(CsvOptions.Header)} tells that it has names, which the told ones replace";
        }

        string[] hints =
        [
            .. options.Separator is null ? new[] { $"{nameof(CsvOptions.Separator)} tells what separates cells" } : [],
            .. options.LinesAbove is null ? new[] { $"{nameof(CsvOptions.LinesAbove)} tells how many lines stand above the table" } : [],
        ];
        return string.Concat(hints.Select(hint => $"; {Options}.{hint}"));
    }
}
