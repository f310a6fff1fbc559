using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tabular;

/// <summary>Features of which those of one column at a time come from other rows.</summary>
internal sealed class ColumnShuffling
{
    private readonly int height;
    private readonly float[] features;
    private readonly float[] shuffled;
    private readonly int[] rows;
    private readonly Random random;

    /// <param name="features">features × rows</param>
    /// <param name="seed">the seed of the shuffling</param>
    public ColumnShuffling(Matrix<float> features, int seed)
    {
        height = features.RowCount;
        this.features = features.AsColumnMajorArray() ?? features.ToColumnMajorArray();
        shuffled = [.. this.features];
        rows = [.. Enumerable.Range(0, features.ColumnCount)];
        random = new Random(seed);
    }

    /// <summary>The features, some of them from other rows, the same row for all of these; valid until the next call.</summary>
    /// <param name="first">the first feature of the column</param>
    /// <param name="count">the number of its features</param>
    public Matrix<float> Shuffled(int first, int count)
    {
        features.CopyTo(shuffled, 0);
        random.Shuffle(rows);
        for (int row = 0; row < rows.Length; row++)
        {
            features.AsSpan(rows[row] * height + first, count).CopyTo(shuffled.AsSpan(row * height + first));
        }

        return Matrix<float>.Build.Dense(height, rows.Length, shuffled);
    }
}
