namespace ResNet.Tabular;

/// <summary>The orders in which a text can be read as a date, each the bit 1 &lt;&lt; <see cref="DateOrder"/>.</summary>
[Flags]
internal enum DateOrders
{
    None = 0,
    YearMonthDay = 1 << DateOrder.YearMonthDay,
    DayMonthYear = 1 << DateOrder.DayMonthYear,
    MonthDayYear = 1 << DateOrder.MonthDayYear,
}
