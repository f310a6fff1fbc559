using System.Runtime.CompilerServices;

namespace ResNet.Tabular;

/// <summary>
/// The cells of some thousand rows on their way from the reader into columns: a column takes all of its cells at once, so that one
/// column's memory is at work at a time, not that of all.
/// </summary>
/// <param name="builders">the columns</param>
internal sealed class CsvBatch(IReadOnlyList<ColumnBuilder> builders)
{
    private const int Rows = 4096;
    private const int Bytes = 1 << 19;

    private byte[] bytes = new byte[1 << 10];
    private int[] ends = new int[1 << 6];

    private int length;
    private int count;

    /// <summary>Adds the next cell of a row; rows follow one another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ReadOnlySpan<byte> cell)
    {
        if (length > bytes.Length - cell.Length || count == ends.Length) Grow(cell.Length);
        cell.CopyTo(bytes.AsSpan(length));
        length += cell.Length;
        ends[count++] = length;
    }

    /// <summary>Whether it is time to put what is here into the columns, at the end of a row.</summary>
    public bool IsFull => length >= Bytes || count >= Rows * builders.Count;

    /// <summary>The column at work.</summary>
    public int Column { get; private set; }

    /// <summary>Puts what is here into the columns.</summary>
    /// <exception cref="InvalidDataException">a column's texts are too long.</exception>
    public void Flush()
    {
        for (Column = 0; Column < builders.Count; Column++) Take(Column, builders[Column]);
        length = count = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Take(int column, ColumnBuilder builder)
    {
        for (int cell = column; cell < count; cell += builders.Count)
        {
            builder.Add(bytes.AsSpan((cell == 0 ? 0 : ends[cell - 1])..ends[cell]));
        }
    }

    private void Grow(int cell)
    {
        int least = checked(length + cell);
        if (least > bytes.Length) Array.Resize(ref bytes, (int)Math.Min(Math.Max(2L * bytes.Length, least), Array.MaxLength));
        if (count == ends.Length) Array.Resize(ref ends, 2 * count);
    }
}
