using CsvHelper;

namespace ResNet.Tabular;

/// <summary>The settings by which files are split into records, and what is refused in them.</summary>
internal static class CsvRecords
{
    /// <summary>What helps where quotes are written with a backslash.</summary>
    public const string BackslashHint =
        $"; if \\\" is a quote in this file, {nameof(CsvOptions)}.{nameof(CsvOptions.BackslashQuotes)} tells";

    private static readonly char[] separators = [',', ';', '\t', '|', ' '];

    /// <summary>A reader of records.</summary>
    /// <param name="text">UTF-8</param>
    /// <param name="separator">what separates cells; a blank for runs of blanks</param>
    /// <param name="options">comments</param>
    /// <param name="onTrouble">what to do with a quote that makes the ends of cells ambiguous</param>
    public static CsvReader Open(Stream text, char separator, CsvOptions options, Action<CsvMalformedRecord> onTrouble) => CsvReader.Create(
        separator == ' ' ? new BlankRuns(text) : text,
        new CsvReaderOptions
        {
            Separator = separator == ' ' ? BlankRuns.Separator : separator,
            CommentPrefix = options.Comment,
            HasHeader = false,
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            TrackLineNumbers = true,
            OnMalformedRecord = onTrouble,
        });

    /// <summary>A quote within text, as in 5" disk, is text; other misplaced quotes make the ends of cells ambiguous.</summary>
    public static string? TroubleOf(CsvMalformedRecord record) => record.Reason switch
    {
        CsvMalformedReason.UnterminatedQuote => "a quote is opened and never closed",
        CsvMalformedReason.TextAfterClosingQuote when record.RawRecord.Contains("\\\"", StringComparison.Ordinal) =>
            $"text follows a closing quote within its cell{BackslashHint}",
        CsvMalformedReason.TextAfterClosingQuote => "text follows a closing quote within its cell",
        CsvMalformedReason.StrayQuote when EndsWithBackslash(record.RawRecord) =>
            $"a quote within a cell comes after one that ends with a backslash{BackslashHint}",
        _ => null,
    };

    /// <summary>Whether a cell seems to end with \", which would be a quote within it if it were written so.</summary>
    private static bool EndsWithBackslash(string record) =>
        separators.Any(separator => record.Contains($"\\\"{separator}", StringComparison.Ordinal));

    /// <summary>Whether a record is nothing but separators and blanks.</summary>
    public static bool IsEmpty(ReadOnlySpan<byte> record, byte separator) => record.IndexOfAnyExcept(separator, (byte)' ', (byte)'\t') < 0;

    public static bool IsBlank(ReadOnlySpan<byte> record) => record.IndexOfAnyExcept((byte)' ', (byte)'\t') < 0;
}
