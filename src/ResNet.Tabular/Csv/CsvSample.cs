namespace ResNet.Tabular;

/// <summary>The first records of a file, split by one separator.</summary>
internal sealed class CsvSample
{
    /// <summary>The fewest cells of rows that are a table although most records of the sample are lines of text above it.</summary>
    private const int LeastBelowText = 3;

    /// <summary>The share of records that have as many cells as a row.</summary>
    private readonly double agreement;

    /// <summary>The share of cells that are numbers.</summary>
    private readonly double numbers;

    /// <param name="records">the first records</param>
    /// <param name="options">the label, and marks of missing values</param>
    public CsvSample(IReadOnlyList<CsvSampleRecord> records, CsvOptions options)
    {
        Records = records;
        Width = records.Count == 0 ? 0 : WidthOf(records);
        Start = new CsvStart(records, Width, options);
        if (records.Count == 0) return;
        agreement = records.Count(record => !record.IsBroken && record.Width == Width) / (double)records.Count;
        numbers = records.Sum(record => record.Numbers) / (double)Math.Max(1, records.Sum(record => record.Cells.Length));
    }

    public IReadOnlyList<CsvSampleRecord> Records { get; }

    /// <summary>The number of cells in a row.</summary>
    public int Width { get; }

    public CsvStart Start { get; }

    /// <summary>Whether runs of blanks may separate cells although another separator could: most cells are numbers.</summary>
    public bool MayBeOfBlanks => Width > 1 && agreement + (Start.MissingNames > 0 ? 1.0 / Records.Count : 0) > 0.9 && numbers > 0.5;

    /// <summary>Whether runs of blanks may separate cells where nothing else does: all records agree, and a column is numbers.</summary>
    public bool IsOfBlanksAlone => Width > 1 && agreement == 1 && Records.Count > 2
        && Enumerable.Range(0, Width).Any(column => Records.Skip(1).All(record => CellText.IsNumber(record.Cells[column])));

    /// <summary>Whether the records fit their separator better than those of another: as many cells in each, then more numbers.</summary>
    public bool IsBetterThan(CsvSample other) =>
        agreement != other.agreement ? agreement > other.agreement : numbers > other.numbers;

    /// <summary>Whether nothing tells which of two separators it is: all records fit both.</summary>
    public bool IsAsGoodAs(CsvSample other) => agreement == other.agreement && numbers == other.numbers && agreement == 1;

    /// <summary>
    /// The cell that seems to be within single quotes, as most rows have one; null where they do not. One within which a separator
    /// stands was split.
    /// </summary>
    public (int Line, int Column, string Cell)? InSingleQuotes()
    {
        CsvSampleRecord[] quoted = [.. Records.Skip(1).Where(record => QuotedIn(record) >= 0)];
        if (quoted.Length == 0 || 2 * quoted.Length <= Records.Count - 1) return null;
        int column = QuotedIn(quoted[0]);
        return (quoted[0].Line, column, quoted[0].Cells[column]);
    }

    /// <summary>The most frequent number of cells; where that is 1, that of the last records if they are rows.</summary>
    private static int WidthOf(IReadOnlyList<CsvSampleRecord> records)
    {
        int most = records.Where(record => !record.IsBroken).GroupBy(record => record.Width)
            .OrderByDescending(same => same.Count()).ThenByDescending(same => same.Key).FirstOrDefault()?.Key ?? records[0].Width;
        int last = records[^1].Width;
        bool isBelowText = most == 1 && last >= LeastBelowText && records.Count > 1 && records[^2].Width == last
            && records.SkipWhile(record => record.Width == 1).All(record => record.Width == last);
        return isBelowText ? last : most;
    }

    private static int QuotedIn(CsvSampleRecord record)
    {
        int first = Array.FindIndex(record.Cells, cell => cell is ['\'', _, ..]);
        return first >= 0 && Array.FindIndex(record.Cells, first, cell => cell is [_, .., '\'']) >= 0 ? first : -1;
    }
}
