using System.Runtime.InteropServices;

namespace ResNet;

/// <summary>
/// Samples that lie in memory row after row, as arrays of most libraries do. These are the bytes of a matrix of features × samples,
/// column after column, so that nothing need be copied.
/// </summary>
internal static class RowMemory
{
    /// <summary>The number of rows.</summary>
    /// <param name="rows">The rows, one after the other.</param>
    /// <param name="length">The number of values in a row.</param>
    /// <param name="value">What a value of a row is called, such as "feature".</param>
    /// <param name="parameter">The parameter name for exceptions.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is less than 1.</exception>
    /// <exception cref="ArgumentException">The last row is not whole.</exception>
    public static int CountOf(ReadOnlyMemory<float> rows, int length, string value, string parameter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1, $"{value}s");
        return rows.Length % length == 0
            ? rows.Length / length
            : throw new ArgumentException(
                $"Expected rows of {length} {value}s, but {rows.Length} values are no whole number of rows.", parameter);
    }

    /// <summary>The memory's own array where it is all of it, a copy where it is a part or lies elsewhere.</summary>
    public static float[] ArrayOf(ReadOnlyMemory<float> rows) =>
        MemoryMarshal.TryGetArray(rows, out ArraySegment<float> part) && part.Offset == 0 && part.Count == part.Array!.Length
            ? part.Array
            : rows.ToArray();
}
