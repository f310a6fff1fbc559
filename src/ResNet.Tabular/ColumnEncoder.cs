namespace ResNet.Tabular;

/// <summary>Encodes the cells of one column as features.</summary>
/// <param name="column">the column's name</param>
/// <param name="features">its number of features</param>
internal abstract class ColumnEncoder(string column, int features)
{
    public string Column { get; } = column;

    public int Features { get; } = features;

    /// <summary>The features' names, created on demand, since each may repeat the column's name.</summary>
    public abstract IEnumerable<string> FeatureNames { get; }

    /// <summary>Writes the features of a cell into a span of zeros.</summary>
    /// <param name="table">the table, not necessarily that of training</param>
    /// <param name="row">the row</param>
    /// <param name="index">the column's index in that table</param>
    /// <param name="features">receives a value for each of <see cref="FeatureNames"/></param>
    public abstract void Encode(Table table, int row, int index, Span<float> features);

    /// <summary>The description of the encoder for files.</summary>
    public abstract ColumnDescription Describe();
}
