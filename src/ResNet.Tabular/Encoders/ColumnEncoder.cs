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

    /// <summary>Prepares for the rows of a table; each different text is read once.</summary>
    /// <param name="table">the table, not necessarily that of training</param>
    /// <param name="index">the column's index in that table</param>
    /// <param name="reading">how its cells are read</param>
    /// <exception cref="InvalidDataException">a cell is invalid for the column.</exception>
    public abstract RowEncoder Over(Table table, int index, CellReading reading);

    /// <summary>The description of the encoder for files.</summary>
    public abstract SavedColumn Describe();
}

/// <summary>Writes the features of a row's cell into a span of zeros, one for each of <see cref="ColumnEncoder.FeatureNames"/>.</summary>
internal delegate void RowEncoder(int row, Span<float> features);

/// <summary>How cells are read, beside their format.</summary>
/// <param name="Missing">the marks of missing values</param>
/// <param name="OddIsMissing">whether cells that cannot be read are missing, too; else they are refused</param>
internal readonly record struct CellReading(MissingMarks Missing, bool OddIsMissing);
