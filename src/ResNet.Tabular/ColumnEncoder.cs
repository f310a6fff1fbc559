namespace ResNet.Tabular;

/// <summary>Turns the cells of one column into features.</summary>
/// <param name="column">the column's name</param>
/// <param name="features">how many features it becomes</param>
internal abstract class ColumnEncoder(string column, int features)
{
    public string Column { get; } = column;

    public int Features { get; } = features;

    /// <summary>The features' names, made when they are asked for: each may repeat the column's.</summary>
    public abstract IEnumerable<string> FeatureNames { get; }

    /// <summary>Writes the features of a cell over zeros.</summary>
    /// <param name="table">the table, not always the one of training</param>
    /// <param name="row">the row</param>
    /// <param name="index">the column's place in that table</param>
    /// <param name="features">a place for each of <see cref="FeatureNames"/></param>
    public abstract void Encode(Table table, int row, int index, Span<float> features);

    /// <summary>The encoder as files describe it.</summary>
    public abstract ColumnDescription Describe();
}
