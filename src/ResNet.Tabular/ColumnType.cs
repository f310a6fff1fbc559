namespace ResNet.Tabular;

/// <summary>What the cells of a column are.</summary>
public enum ColumnType
{
    /// <summary>Numbers, of which differences mean something.</summary>
    Numeric,

    /// <summary>Names of categories, which are alike or not.</summary>
    Categorical,

    /// <summary>Nothing to learn from.</summary>
    Ignored,
}
