using CsvHelper;

namespace ResNet.Tabular;

/// <summary>How a file is laid out, as its first records show.</summary>
/// <param name="Separator">what separates cells; a blank for runs of blanks</param>
/// <param name="Width">the number of cells in a row</param>
internal sealed record CsvShape(char Separator, int Width)
{
    private const int SampleRecords = 1000;

    /// <summary>What may separate cells; blanks are often within cells, too, so they are the last.</summary>
    private static readonly char[] separators = ['\t', ';', '|', ',', ' '];

    /// <summary>Whether the first line only says what the separator is.</summary>
    public bool HasHint { get; private init; }

    /// <summary>The number of records above the table, without that line and empty ones.</summary>
    public int Above { get; private init; }

    /// <summary>How many names the first record of the table lacks: it is names, and no row, if it lacks any.</summary>
    public int MissingNames { get; private init; }

    /// <summary>Whether runs of blanks separate texts, which may hold them, too.</summary>
    public bool IsOfBlanksAlone { get; private init; }

    /// <summary>The layout of a file.</summary>
    /// <param name="lines">its first lines</param>
    /// <param name="options">what was told</param>
    /// <param name="name">the name of the file for messages</param>
    /// <exception cref="InvalidDataException">two separators fit equally well, or single quotes seem to quote cells.</exception>
    public static CsvShape Of(byte[] lines, CsvOptions options, string name)
    {
        char? hint = HintIn(lines);
        bool hasHint = hint is not null;
        if (options.Separator is null) RefuseClash(hint, options, name);
        if ((options.Separator ?? hint) is { } told)
        {
            return Of(Sample(lines, told, options, hasHint), told, options, name) with { HasHint = hasHint };
        }

        CsvSample? best = null;
        char separator = separators.Last(letter => letter != ' ' && letter != options.Comment && letter != options.Quote);
        char? other = null;
        foreach (char candidate in separators.Where(candidate => MayBe(candidate, lines, options)))
        {
            CsvSample found = Sample(lines, candidate, options, hasHint: false);
            bool mayBe = candidate == ' ' ? found.MayBeOfBlanks || (best is null && found.IsOfBlanksAlone) : found.Width > 1;
            if (!mayBe) continue;
            bool isAsGood = candidate != ' ' && best is not null && found.IsAsGoodAs(best);
            if (isAsGood) other = candidate;
            if (isAsGood || (best is not null && !found.IsBetterThan(best))) continue;
            (best, separator, other) = (found, candidate, null);
        }

        if (other is { } second)
        {
            throw new InvalidDataException(
                $"{name}: cells could be separated by '{separator}' or by '{second}'; " +
                $"{nameof(CsvOptions)}.{nameof(CsvOptions.Separator)} tells.");
        }

        best ??= Sample(lines, separator, options, hasHint: false);
        return Of(best, separator, options, name) with { IsOfBlanksAlone = separator == ' ' && !best.MayBeOfBlanks };
    }

    private static bool MayBe(char separator, byte[] lines, CsvOptions options) =>
        separator != options.Comment && separator != options.Quote
        && (lines.Contains((byte)separator) || (separator == ' ' && lines.Contains((byte)'\t')));

    private static CsvShape Of(CsvSample sample, char separator, CsvOptions options, string name)
    {
        if (options.Quote is null) RefuseSingleQuotes(sample, name);
        bool mayHaveNames = options.Header ?? options.ColumnNames is null;
        bool isAboveTold = options.LinesAbove is not null;
        return new CsvShape(separator, sample.Width)
        {
            Above = isAboveTold ? 0 : sample.Start.Above,
            MissingNames = mayHaveNames && (!isAboveTold || sample.Start.Above == 0) ? sample.Start.MissingNames : 0,
        };
    }

    private static void RefuseSingleQuotes(CsvSample sample, string name)
    {
        if (sample.InSingleQuotes() is not { } found) return;
        throw new InvalidDataException(
            $"{name}, line {found.Line}, {ColumnNames.Of(found.Column)}: {found.Cell} seems to be within single quotes; " +
            $"{nameof(CsvOptions)}.{nameof(CsvOptions.Quote)} tells whether these or double quotes quote cells.");
    }

    /// <summary>The separator that Excel writes into a line of its own, such as sep=;</summary>
    private static char? HintIn(ReadOnlySpan<byte> lines)
    {
        if (!lines.StartsWith("sep="u8) || lines.Length < 5) return null;
        if (lines.Length > 5 && lines[5] is not ((byte)'\r' or (byte)'\n')) return null;
        char hint = (char)lines[4];
        return CsvOptions.MaySeparate(hint) && !char.IsAsciiLetterOrDigit(hint) ? hint : null;
    }

    private static void RefuseClash(char? hint, CsvOptions options, string name)
    {
        if (hint is null || (hint != options.Comment && hint != options.Quote)) return;
        string told = hint == options.Comment ? nameof(CsvOptions.Comment) : nameof(CsvOptions.Quote);
        throw new InvalidDataException(
            $"{name}, line 1: '{hint}' separates cells, but {nameof(CsvOptions)}.{told} is the same; " +
            $"{nameof(CsvOptions)}.{nameof(CsvOptions.Separator)} tells otherwise.");
    }

    private static CsvSample Sample(byte[] lines, char separator, CsvOptions options, bool hasHint)
    {
        bool isBroken = false;
        var records = new CsvRecords(separator, options);
        using CsvReader csv = records.Open(lines, record => isBroken |= records.TroubleOf(record) is not null);
        List<CsvSampleRecord> found = [];
        while (found.Count < SampleRecords && csv.Read())
        {
            if (!hasHint && !records.IsEmpty(csv)) found.Add(new CsvSampleRecord(csv, isBroken));
            hasHint = isBroken = false;
        }

        return new CsvSample(found, options);
    }
}
