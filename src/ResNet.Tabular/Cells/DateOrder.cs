namespace ResNet.Tabular;

/// <summary>The order in which dates name year, month and day.</summary>
public enum DateOrder
{
    /// <summary>Year first, as in <c>2024-01-31</c> (ISO 8601) or <c>2024/1/31</c>.</summary>
    YearMonthDay,

    /// <summary>Day first, as in <c>31/1/2024</c>.</summary>
    DayMonthYear,

    /// <summary>Month first, as in <c>1/31/2024</c>.</summary>
    MonthDayYear,
}
