namespace ResNet;

/// <summary>The transpose of a matrix, in small blocks so that both sides stay in the cache.</summary>
internal static class Transpose
{
    private const int Side = 8;

    /// <summary>
    /// Writes the columns <paramref name="first"/> … first + count − 1 of a source (rows × columns) as rows of the
    /// destination (columns × rows).
    /// </summary>
    public static void Columns(ReadOnlySpan<float> source, Span<float> destination, int rows, int columns, int first, int count)
    {
        for (int column = first; column < first + count; column += Side)
        {
            int width = Math.Min(Side, first + count - column);
            for (int row = 0; row < rows; row++)
            {
                Span<float> line = destination.Slice(row * columns + column, width);
                for (int j = 0; j < line.Length; j++) line[j] = source[(column + j) * rows + row];
            }
        }
    }
}
