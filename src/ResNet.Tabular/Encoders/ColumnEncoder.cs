namespace ResNet.Tabular;

/// <summary>Encodes the cells of one column as features.</summary>
/// <param name="column">the column's name</param>
/// <param name="features">its number of features</param>
internal abstract class ColumnEncoder(string column, int features)
{
    public string Column { get; } = column;

    public int Features { get; } = features;

    /// <summary>The features, described on demand, since each may repeat the column's name.</summary>
    public abstract IEnumerable<FeatureOrigin> Origins { get; }

    /// <summary>What a cell is of which the encoder knows nothing.</summary>
    public abstract string Unknown { get; }

    /// <summary>Prepares for the rows of a table; each different text is read once.</summary>
    /// <param name="table">the table, not necessarily that of training</param>
    /// <param name="index">the column's index in that table</param>
    /// <param name="reading">how its cells are read</param>
    /// <exception cref="InvalidDataException">a cell is invalid for the column.</exception>
    public abstract RowEncoder Over(Table table, int index, CellReading reading);

    /// <summary>Whether the encoder knows what a text means.</summary>
    /// <param name="text">the text of a cell that is not missing</param>
    /// <param name="isByHand">whether it is no cell of a file</param>
    public abstract bool Knows(string text, bool isByHand);

    /// <summary>The description of the encoder for files.</summary>
    public abstract SavedColumn Describe();
}

/// <summary>Writes the features of a row's cell into a span of zeros, one for each of <see cref="ColumnEncoder.Origins"/>.</summary>
internal delegate void RowEncoder(int row, Span<float> features);

/// <summary>How cells are read, beside their format.</summary>
/// <param name="Missing">the marks of missing values</param>
/// <param name="OddIsMissing">whether cells that cannot be read are missing, too; else they are refused</param>
internal readonly record struct CellReading(MissingMarks Missing, bool OddIsMissing);
