using System.Buffers;
using System.Text;
using CsvHelper;

namespace ResNet.Tabular;

/// <summary>How files are split into records, and what is refused in them.</summary>
/// <param name="separator">what separates cells; a blank for runs of blanks</param>
/// <param name="options">quotes and comments</param>
internal sealed class CsvRecords(char separator, CsvOptions options)
{
    private const string TextBehindQuote = "text follows a closing quote within its cell";

    private readonly char quote = options.Quote ?? '"';

    /// <summary>What stands in records without any text.</summary>
    private readonly SearchValues<byte> empty =
        SearchValues.Create([(byte)separator, (byte)(options.Quote ?? '"'), (byte)' ', (byte)'\t', 0x0B, 0x0C, 0x1A]);

    /// <summary>What helps where quotes are written with a backslash.</summary>
    public static string BackslashHint(char quote) =>
        $"; if \\{quote} is a quote in this file, {nameof(CsvOptions)}.{nameof(CsvOptions.BackslashQuotes)} tells";

    /// <summary>A reader of records.</summary>
    /// <param name="text">UTF-8</param>
    /// <param name="onTrouble">what to do with a quote that makes the ends of cells ambiguous</param>
    public CsvReader Open(Stream text, Action<CsvMalformedRecord> onTrouble)
    {
        if (options.BackslashQuotes) text = new BackslashQuotes(text, (byte)quote, Start);
        if (separator == ' ') text = new BlankRuns(text, Start);
        return CsvReader.Create(text, Settings(onTrouble));
    }

    /// <inheritdoc cref="Open(Stream, Action{CsvMalformedRecord})"/>
    public CsvReader Open(byte[] text, Action<CsvMalformedRecord> onTrouble) => options.BackslashQuotes || separator == ' '
        ? Open(new MemoryStream(text), onTrouble)
        : CsvReader.Create(text.AsMemory(), Settings(onTrouble));

    /// <summary>A quote within text, as in 5" disk, is text; other misplaced quotes make the ends of cells ambiguous.</summary>
    public string? TroubleOf(CsvMalformedRecord record) => record.Reason switch
    {
        CsvMalformedReason.UnterminatedQuote => "a quote is opened and never closed",
        CsvMalformedReason.TextAfterClosingQuote => TextBehindQuote + HintFor(record.RawRecord),
        CsvMalformedReason.StrayQuote when HintFor(record.RawRecord) is { Length: > 0 } hint => "a quote stands within a cell" + hint,
        CsvMalformedReason.StrayQuote when HasTextBehindQuote(record.RawRecord) => TextBehindQuote,
        _ => null,
    };

    /// <summary>Whether nothing is in any cell of the record.</summary>
    public bool IsEmpty(CsvReader csv)
    {
        ReadOnlySpan<byte> record = csv.RawRecord;
        if (record.IndexOfAnyExcept(empty) >= 0) return false;
        if (csv.FieldCount == 1) return !record.Contains((byte)quote); // "" alone is a cell
        for (int cell = 0; cell < csv.FieldCount; cell++)
        {
            if (CsvCell.Trimmed(csv.GetSpan(cell)).Length > 0) return false;
        }

        return true;
    }

    /// <summary>Whether text follows a closing quote: of a record with several troubles only the first is reported.</summary>
    private bool HasTextBehindQuote(string record)
    {
        CsvPlace place = Start;
        bool isClosed = false;
        foreach (char letter in record)
        {
            bool wasQuoted = place.IsQuoted;
            place.Pass((byte)Math.Min(letter, '\x7F'));
            bool isBlank = letter is ' ' or '\t' or '\r' or '\n';
            bool isEnd = letter == separator || (isBlank && separator == ' ');
            if (isClosed && !wasQuoted && !place.IsQuoted && !isBlank && !isEnd) return true;
            isClosed = wasQuoted ? !place.IsQuoted : isClosed && !place.IsQuoted && !isEnd;
        }

        return false;
    }

    private string HintFor(string record) => !options.BackslashQuotes && record.Contains($"\\{quote}", StringComparison.Ordinal)
        ? BackslashHint(quote)
        : "";

    private CsvPlace Start => new((byte)separator, (byte)quote, (byte?)options.Comment);

    private CsvReaderOptions Settings(Action<CsvMalformedRecord> onTrouble) => new()
    {
        Separator = separator == ' ' ? BlankRuns.Separator : separator,
        Quote = quote,
        CommentPrefix = options.Comment,
        HasHeader = false,
        TrimWhitespace = true,
        TrimInsideQuotes = true,
        TrackLineNumbers = true,
        DetectSeparatorHint = false,
        Encoding = Encoding.UTF8,
        OnMalformedRecord = onTrouble,
    };
}
