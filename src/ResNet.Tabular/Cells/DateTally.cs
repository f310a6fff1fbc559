namespace ResNet.Tabular;

/// <summary>Counts how many of a column's cells are dates, in which orders of year, month and day, and finds the column's order.</summary>
internal sealed class DateTally
{
    /// <summary>The cells that can be read in exactly these orders.</summary>
    private readonly int[] counts = new int[8];

    /// <summary>The number of cells.</summary>
    public int Cells => counts.Sum();

    /// <summary>How many cells are dates with an offset from UTC.</summary>
    public int WithOffset { get; private set; }

    /// <summary>
    /// Whether some dates have an offset from UTC and others, of those that begin with the year, have none: one column cannot hold both.
    /// </summary>
    public bool MixesOffsets => WithOffset > 0 && WithOffset < Read(DateOrder.YearMonthDay);

    /// <summary>
    /// Whether some cells are dates only with the day first and others only with the month first. What a cell such as
    /// <c>01/02/2024</c> means beside them is anybody's guess.
    /// </summary>
    public bool Contradicts => Only(DateOrder.DayMonthYear) > 0 && Only(DateOrder.MonthDayYear) > 0;

    /// <summary>Counts texts, each once.</summary>
    public static DateTally Of(IEnumerable<string> texts)
    {
        var tally = new DateTally();
        foreach (string text in texts) tally.Add(text);
        return tally;
    }

    /// <summary>Counts a text that stands in so many cells.</summary>
    public void Add(ReadOnlySpan<char> text, int cells = 1)
    {
        counts[(int)DateCell.OrdersOf(text, out bool hasOffset)] += cells;
        if (hasOffset) WithOffset += cells;
    }

    /// <summary>How many cells are dates in an order.</summary>
    public int Read(DateOrder order) => counts.Where((_, orders) => (orders & 1 << (int)order) != 0).Sum();

    /// <summary>How many cells are dates in an order and in no other.</summary>
    public int Only(DateOrder order) => counts[1 << (int)order];

    /// <summary>
    /// The orders in which enough of the cells are dates. Where day first and month first both are, one cell may still settle which
    /// (<see cref="Settled"/>).
    /// </summary>
    /// <param name="percent">how many of a hundred cells are enough, above 50; all by default</param>
    public DateOrders Reading(int percent = 100)
    {
        long cells = Cells;
        return cells == 0
            ? DateOrders.None
            : Enum.GetValues<DateOrder>().Where(order => Read(order) * 100L >= cells * percent)
                .Aggregate(DateOrders.None, (orders, order) => orders | (DateOrders)(1 << (int)order));
    }

    /// <summary>
    /// The order that enough of the cells have and that is beyond doubt: year first; or day or month first where at least one cell
    /// can be read in this order alone and none in the other alone. Null if there is none.
    /// </summary>
    /// <param name="percent">how many of a hundred cells are enough, above 50; all by default</param>
    public DateOrder? Settled(int percent = 100) => Reading(percent) switch
    {
        DateOrders.None => null,
        DateOrders.YearMonthDay => DateOrder.YearMonthDay,
        _ => (Only(DateOrder.DayMonthYear) > 0, Only(DateOrder.MonthDayYear) > 0) switch
        {
            (true, false) => DateOrder.DayMonthYear,
            (false, true) => DateOrder.MonthDayYear,
            _ => null,
        },
    };
}
