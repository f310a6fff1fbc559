namespace ResNet.Tabular;

/// <summary>The type of a column.</summary>
public enum ColumnType
{
    /// <summary>Quantities: numbers whose differences have a meaning.</summary>
    Numeric,

    /// <summary>Names of categories, which are either equal or different.</summary>
    Categorical,

    /// <summary>Not used.</summary>
    Ignored,

    /// <summary>Points in time: dates, with or without a time of day.</summary>
    Date,
}
