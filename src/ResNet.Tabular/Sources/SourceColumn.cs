namespace ResNet.Tabular;

/// <summary>Collects the cells of a column from values of a program or a database.</summary>
internal sealed class SourceColumn
{
    private readonly ColumnBuilder cells = new(keepsTexts: false, mark: '.'); // texts are kept once there are any
    private int count;
    private int lastText = -1;

    /// <summary>Whether a value was a duration, or a time of day.</summary>
    public bool HasTimes { get; private set; }

    /// <summary>Adds a value.</summary>
    /// <exception cref="NotSupportedException">the value can be no cell.</exception>
    /// <exception cref="ArgumentException">the value is a text that is not valid Unicode.</exception>
    public void Add(object? value)
    {
        cells.Add(CellValue.TextOf(value));
        HasTimes |= value is TimeSpan or TimeOnly;
        if (value is string or char)
        {
            lastText = count;
            if (count > 0) cells.KeepTexts(); // the first may be a name
        }

        count++;
    }

    /// <summary>Whether a value from a row on was a text, which may be a number as somebody has written it.</summary>
    public bool HasTextsFrom(int row) => lastText >= row;

    /// <summary>The cells, once all are there.</summary>
    public Column Cells => field ??= cells.Build();

    /// <summary>
    /// Whether texts such as N/A mark missing values in some rows: they do where numbers or dates were written as texts. Among other
    /// texts they are texts, since a source has null for what is missing.
    /// </summary>
    public bool HasMarksIn(RowSet rows)
    {
        if (!HasTextsFrom(rows[0])) return false;
        var counts = new CellCounts(Cells, rows);
        WrittenText[] others = [.. counts.Written.Where(cell => !MissingMarks.Known.Contains(cell.Text))];
        if (others.Length == 0 || OddTexts.LeaveNumbers(others, counts.Numbers)) return true;
        var dates = new DateTally();
        foreach (WrittenText cell in others) dates.Add(cell.Text, cell.Count);
        return dates.Reading(OddTexts.LeastPercent) != DateOrders.None;
    }
}
