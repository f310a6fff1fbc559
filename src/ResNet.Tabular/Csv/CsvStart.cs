namespace ResNet.Tabular;

/// <summary>Where the table begins in the first records of a file: below lines of text, and perhaps with names that are too few.</summary>
internal sealed class CsvStart
{
    private readonly IReadOnlyList<CsvSampleRecord> records;
    private readonly int width;
    private readonly string? label;
    private readonly MissingMarks missing;

    /// <summary>The number of cells in a row up to the last in which something is written in any.</summary>
    private readonly int used;

    /// <param name="records">the first records</param>
    /// <param name="width">the number of cells in a row</param>
    /// <param name="options">the label, and marks of missing values</param>
    public CsvStart(IReadOnlyList<CsvSampleRecord> records, int width, CsvOptions options)
    {
        (this.records, this.width, label, missing) = (records, width, options.Label, options.Missing);
        CsvSampleRecord[] rows = [.. records.Where(IsRow)];
        if (rows.Length == 0) return;
        used = rows.Max(record => record.Filled);
        int first = records.Index().First(record => IsRow(record.Item)).Index;
        if (first > 0) FindAbove(first);
        else if (records[0].Filled < used) FindAbovePadded();
        while (IsRemark(Above)) Above++;
    }

    /// <summary>The number of records above the table.</summary>
    public int Above { get; private set; }

    /// <summary>How many names the first record of the table lacks: it is names if it lacks any.</summary>
    public int MissingNames { get; private set; }

    private bool IsRow(CsvSampleRecord record) => record.Width == width && !record.IsBroken;

    /// <summary>The first rows stand below records of other widths: below lines of text, or below names that are too few.</summary>
    private void FindAbove(int first)
    {
        if (AreNames(first))
        {
            Above = first;
            return;
        }

        MissingNames = MissingIn(first - 1, above: records[first]);
        int above = MissingNames > 0 ? first - 1 : first;
        if (records.Take(above).All(record => IsText(record, records[first].Numbers > 0))) Above = above;
        else MissingNames = 0;
    }

    /// <summary>Lines of text above the table may be padded by separators until they have as many cells as rows.</summary>
    private void FindAbovePadded()
    {
        int names = 1;
        while (names < records.Count && !(IsRow(records[names]) && records[names].Filled == used)) names++;
        if (names < records.Count && AreNames(names) && records.Take(names).All(record => record.Filled < used)) Above = names;
    }

    /// <summary>
    /// Whether a record is names of columns: all different, no numbers, and either one is the label or all cells of a column below are
    /// numbers while none above is.
    /// </summary>
    private bool AreNames(int index)
    {
        string[] cells = records[index].Cells[..used];
        if (cells.Distinct(StringComparer.Ordinal).Count() < used) return false;
        if (label is not null && cells.Contains(label)) return true;
        return cells.All(cell => cell.Length > 0)
            && (records[index].Numbers == 0 || YearNames.Are(cells))
            && Enumerable.Range(0, used).Any(column => HasNumbersBelow(index, column));
    }

    private bool HasNumbersBelow(int index, int column)
    {
        if (records.Take(index).Any(record => IsRow(record) && CellText.IsNumber(record.Cells[column]))) return false;
        string[] below = [.. records.Skip(index + 1).Where(IsRow).Select(record => record.Cells[column])
            .Where(cell => !missing.Contains(cell))];
        return below.Length > 0 && below.All(CellText.IsNumber);
    }

    /// <summary>How many names a record lacks that is names above a row; 0 where it is none.</summary>
    private int MissingIn(int index, CsvSampleRecord above)
    {
        string[] names = records[index].Cells;
        int lacking = width - names.Length;
        bool mayBeNames = lacking > 0 && names.Length > 1 && names.All(name => name.Length > 0)
            && (records[index].Numbers == 0 || YearNames.Are(names))
            && names.Distinct(StringComparer.Ordinal).Count() == names.Length;
        if (!mayBeNames) return 0;
        if (lacking > 1) return used == names.Length ? lacking : 0; // rows end with separators
        return above.Numbers > 0 || OccursBelow(above) ? lacking : 0;
    }

    private bool OccursBelow(CsvSampleRecord row) => records.Any(record => record != row && IsRow(record)
        && Enumerable.Range(0, width).Any(column => row.Cells[column].Length > 0 && row.Cells[column] == record.Cells[column]));

    /// <summary>Whether a record is text above a table; names of a column each would be more cells, or followed by other names.</summary>
    private bool IsText(CsvSampleRecord record, bool beginsWithRow) => record.Width < width
        && record.Numbers == 0
        && (width > 2 || !beginsWithRow || IsMarked(record))
        && (record.Width == 1 || !beginsWithRow);

    /// <summary>Whether a record is marked as no part of the table, as in "# x, y", and stands above names of as many cells.</summary>
    private bool IsRemark(int index) => index + 1 < records.Count
        && IsMarked(records[index]) && records[index].Cells[0] is [_, ' ', ..]
        && IsRow(records[index]) && IsRow(records[index + 1]) && AreNames(index + 1);

    private static bool IsMarked(CsvSampleRecord record) => record.Cells.Length > 0 && record.Cells[0] is ['#' or '%' or '/' or '@', ..];
}
