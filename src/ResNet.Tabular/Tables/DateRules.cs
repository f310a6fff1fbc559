namespace ResNet.Tabular;

/// <summary>The rules by which columns are dates.</summary>
/// <param name="cells">the column</param>
/// <param name="told">the order that was told; null where a cell has to settle it</param>
internal sealed class DateRules(ColumnCells cells, DateOrder? told)
{
    private readonly DateTally tally = TallyOf(cells);

    /// <summary>The format that reads nearly all cells; null where there is none, or two are and no cell settles which.</summary>
    public FormatFit? Format()
    {
        DateOrders reading = tally.Reading(OddTexts.LeastPercent);
        bool isTold = told is { } given && reading.HasFlag((DateOrders)(1 << (int)given));
        DateOrder? order = isTold ? told : tally.Settled(OddTexts.LeastPercent);
        return order is { } found && FitOf(found) is { Suffices: true } fit ? fit : null;
    }

    /// <summary>The format that reads the most cells, though perhaps not enough.</summary>
    public FormatFit Best() => FitOf(told ?? Enum.GetValues<DateOrder>().MaxBy(tally.Read));

    /// <summary>Why nearly all cells are dates and still cannot be read; null where that is not so.</summary>
    public string? Trouble()
    {
        if (Format() is not null || !AreDates) return null;
        string option = $"{nameof(TableOptions)}.{nameof(TableOptions.DateOrder)} tells";
        if (tally.MixesOffsets) return $"{PlaceOf(hasOffset: true)} with an offset from UTC, {PlaceOf(hasOffset: false)} without one";
        return tally.Contradicts
            ? $"{PlaceOf(DateOrder.DayMonthYear)} and {PlaceOf(DateOrder.MonthDayYear)}: one is day/month, the other month/day; {option}"
            : $"{cells.Place(First(_ => true))}, which could be day/month or month/day; {option}";
    }

    /// <summary>Whether nearly all cells are dates, in whatever order each.</summary>
    private bool AreDates => cells.Numbers == 0 && (tally.Reading(OddTexts.LeastPercent) != DateOrders.None
        || (tally.Contradicts && 100L * OfYearLast >= OddTexts.LeastPercent * (long)tally.Cells));

    /// <summary>How many cells are dates with the day or the month first.</summary>
    private int OfYearLast => tally.Read(DateOrder.DayMonthYear) + tally.Only(DateOrder.MonthDayYear);

    private static DateTally TallyOf(ColumnCells cells)
    {
        var tally = new DateTally();
        foreach (WrittenText cell in cells.Written) tally.Add(cell.Text, cell.Count);
        return tally;
    }

    private FormatFit FitOf(DateOrder order) =>
        new(new DateFormat(order, HasOffset: 2 * tally.WithOffset > tally.Read(order)), cells.Written, cells.Numbers);

    private string PlaceOf(DateOrder order) =>
        cells.Place(First(cell => DateCell.OrdersOf(cell.Text, out _) == (DateOrders)(1 << (int)order)));

    private string PlaceOf(bool hasOffset) => cells.Place(
        First(cell => DateCell.OrdersOf(cell.Text, out bool offset) != DateOrders.None && offset == hasOffset));

    private WrittenText First(Func<WrittenText, bool> isMeant) => cells.Written.Where(isMeant).MinBy(cell => cell.FirstRow);
}
