using CsvHelper;

namespace ResNet.Tabular;

/// <summary>How a file is laid out, as its first records show.</summary>
/// <param name="Separator">what separates cells; a blank for runs of blanks</param>
/// <param name="Width">the number of cells in a row</param>
/// <param name="Above">the number of records above the table</param>
/// <param name="IsHeaderShort">whether the first record of the table are names, one fewer than a row has cells</param>
internal sealed record CsvShape(char Separator, int Width, int Above, bool IsHeaderShort)
{
    /// <summary>The most bytes of a file that its layout is found by.</summary>
    public const int SampleBytes = 1 << 16;

    private const int SampleRecords = 200;

    /// <summary>What may separate cells; blanks are often within cells, too, so they are the last.</summary>
    private static readonly char[] separators = ['\t', ';', '|', ',', ' '];

    /// <summary>The layout of a file.</summary>
    /// <param name="sample">its first bytes</param>
    /// <param name="options">what was told</param>
    /// <param name="name">the name of the file for messages</param>
    /// <exception cref="InvalidDataException">two separators fit equally well.</exception>
    public static CsvShape Of(ReadOnlySpan<byte> sample, CsvOptions options, string name)
    {
        int end = sample.Length < SampleBytes ? sample.Length : sample.LastIndexOf((byte)'\n') + 1;
        byte[] lines = [.. sample[..(end > 0 ? end : sample.Length)]];
        if ((options.Separator ?? HintIn(lines)) is { } told) return Of(new CsvSample(Records(lines, told, options)), told);
        CsvSample? best = null;
        char separator = ',';
        char? other = null;
        foreach (char candidate in separators.Where(candidate => candidate != options.Comment))
        {
            var found = new CsvSample(Records(lines, candidate, options));
            if (found.Width < 2 || (candidate == ' ' && !found.MayBeOfBlanks)) continue;
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

        return Of(best ?? new CsvSample(Records(lines, separator, options)), separator);
    }

    /// <summary>The separator that Excel writes into a line of its own, such as sep=;</summary>
    public static char? HintIn(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("sep="u8) || line.Length < 5) return null;
        bool isAlone = line.Length == 5 || line[5] is (byte)'\r' or (byte)'\n';
        char separator = (char)line[4];
        return isAlone && (separator == '\t' || char.IsBetween(separator, ' ', '~')) && separator != '"' ? separator : null;
    }

    private static CsvShape Of(CsvSample sample, char separator) => new(separator, sample.Width, sample.Above, sample.IsHeaderShort);

    private static List<CsvSampleRecord> Records(byte[] lines, char separator, CsvOptions options)
    {
        bool isBroken = false;
        using CsvReader csv = CsvRecords.Open(
            new MemoryStream(lines), separator, options, record => isBroken |= CsvRecords.TroubleOf(record) is not null);
        List<CsvSampleRecord> records = [];
        while (records.Count < SampleRecords && csv.Read())
        {
            if (CsvRecords.IsEmpty(csv.RawRecord, (byte)separator) || HintIn(csv.RawRecord) is not null) continue;
            string[] cells = new string[csv.FieldCount];
            for (int cell = 0; cell < cells.Length; cell++) cells[cell] = csv.GetString(cell);
            records.Add(new CsvSampleRecord(cells, isBroken));
            isBroken = false;
        }

        return records;
    }
}
