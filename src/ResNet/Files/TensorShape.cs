namespace ResNet;

/// <summary>The shape of an array in files: a row-major matrix, or a vector.</summary>
/// <param name="Name">the array's name</param>
/// <param name="Rows">rows of the matrix, or length of the vector</param>
/// <param name="Columns">columns of the matrix; null for a vector</param>
internal readonly record struct TensorShape(string Name, int Rows, int? Columns = null)
{
    public IReadOnlyList<long> Sizes => Columns is { } columns ? [Rows, columns] : [Rows];

    /// <summary>The network's values, column-major, from the file's, row-major.</summary>
    public void FromRows(ReadOnlySpan<float> rows, Span<float> columns)
    {
        int width = Columns ?? 1;
        for (int i = 0; i < rows.Length; i++) columns[i % width * Rows + i / width] = rows[i];
    }

    /// <summary>The file's values, row-major, from the network's, column-major.</summary>
    public float[] ToRows(ReadOnlySpan<float> columns)
    {
        int width = Columns ?? 1;
        float[] rows = new float[columns.Length];
        for (int i = 0; i < rows.Length; i++) rows[i] = columns[i % width * Rows + i / width];
        return rows;
    }
}
