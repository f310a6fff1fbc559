namespace ResNet.Tabular;

/// <summary>Turns the cells of one column into features.</summary>
internal abstract class ColumnEncoder(string column, IReadOnlyList<string> featureNames)
{
    public string Column { get; } = column;

    public IReadOnlyList<string> FeatureNames { get; } = featureNames;

    /// <summary>Writes the features of a cell over zeros.</summary>
    /// <param name="table">the table, not always the one of training</param>
    /// <param name="row">the row</param>
    /// <param name="index">the column's place in that table</param>
    /// <param name="features">a place for each of <see cref="FeatureNames"/></param>
    public abstract void Encode(Table table, int row, int index, Span<float> features);
}
