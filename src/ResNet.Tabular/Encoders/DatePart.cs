namespace ResNet.Tabular;

/// <summary>A part of dates and times that comes round again.</summary>
internal enum DatePart
{
    /// <summary>The month of the year.</summary>
    Month,

    /// <summary>The day of the month.</summary>
    Day,

    /// <summary>The day of the week, from Monday.</summary>
    Weekday,

    /// <summary>The hour of the day.</summary>
    Hour,

    /// <summary>The minute of the hour.</summary>
    Minute,
}
