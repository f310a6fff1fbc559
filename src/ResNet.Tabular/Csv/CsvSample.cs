namespace ResNet.Tabular;

/// <summary>A record of a sample.</summary>
/// <param name="Cells">its cells</param>
/// <param name="IsBroken">whether its quotes do not fit</param>
internal sealed record CsvSampleRecord(string[] Cells, bool IsBroken);

/// <summary>The first records of a file, split by one separator.</summary>
internal sealed class CsvSample
{
    private readonly List<CsvSampleRecord> records;

    /// <summary>The share of records that have the most frequent number of cells.</summary>
    private readonly double agreement;

    /// <summary>The share of cells that are numbers.</summary>
    private readonly double numbers;

    public CsvSample(List<CsvSampleRecord> records)
    {
        this.records = records;
        if (records.Count == 0) return;
        var widths = records.Where(record => !record.IsBroken).GroupBy(record => record.Cells.Length)
            .OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).FirstOrDefault();
        Width = widths?.Key ?? records[0].Cells.Length;
        agreement = (widths?.Count() ?? 0) / (double)records.Count;
        string[] cells = [.. records.SelectMany(record => record.Cells)];
        numbers = cells.Count(CellText.IsNumber) / (double)cells.Length;
        FindStart();
    }

    /// <summary>The number of cells in a row.</summary>
    public int Width { get; }

    /// <summary>The number of records above the table.</summary>
    public int Above { get; private set; }

    /// <summary>Whether the table begins with names, one fewer than there are cells in a row.</summary>
    public bool IsHeaderShort { get; private set; }

    /// <summary>Whether runs of blanks may separate cells: only numbers are written so without being told.</summary>
    public bool MayBeOfBlanks => agreement + (IsHeaderShort ? 1.0 / records.Count : 0) > 0.9 && numbers > 0.5;

    /// <summary>Whether the records fit their separator better than those of another: as many cells in each, then more numbers.</summary>
    public bool IsBetterThan(CsvSample other) =>
        agreement != other.agreement ? agreement > other.agreement : numbers > other.numbers;

    /// <summary>Whether nothing tells which of two separators it is: all records fit both.</summary>
    public bool IsAsGoodAs(CsvSample other) => agreement == other.agreement && numbers == other.numbers && agreement == 1;

    /// <summary>
    /// Lines of text above the table have fewer cells, and no numbers among them. Names that are one too few stand just above a row.
    /// </summary>
    private void FindStart()
    {
        int start = records.FindIndex(record => record.Cells.Length == Width);
        if (start == 0) Above = Titles();
        if (start <= 0) return;
        string[] last = records[start - 1].Cells;
        bool beginsWithRow = records[start].Cells.Any(CellText.IsNumber);
        IsHeaderShort = Width > 2 && last.Length == Width - 1 && beginsWithRow && !last.Any(CellText.IsNumber);
        int above = IsHeaderShort ? start - 1 : start;
        if (records.Take(above).All(record => IsText(record, beginsWithRow))) Above = above;
        else IsHeaderShort = false;
    }

    /// <summary>
    /// The lines of text above a table that spreadsheets fill up with separators: one cell in each, above a name in every column and
    /// numbers.
    /// </summary>
    private int Titles()
    {
        int names = records.FindIndex(record => !(record.Cells[0].Length > 0 && record.Cells.Skip(1).All(cell => cell.Length == 0)));
        return Width > 2 && names > 0 && names + 1 < records.Count
            && records.Take(names).All(record => !CellText.IsNumber(record.Cells[0]))
            && records[names].Cells.All(cell => cell.Length > 0 && !CellText.IsNumber(cell))
            && records[names + 1].Cells.Any(CellText.IsNumber)
                ? names
                : 0;
    }

    /// <summary>Whether a record is text above a table; names of a column each would be more cells, or followed by other names.</summary>
    private bool IsText(CsvSampleRecord record, bool beginsWithRow) => record.Cells.Length < Width
        && !record.Cells.Any(CellText.IsNumber)
        && (Width > 2 || !beginsWithRow || record.Cells[0] is ['#' or '%' or '/' or '@', ..])
        && (record.Cells.Length == 1 || !beginsWithRow);
}
