namespace ResNet.Tabular;

/// <summary>Some of the rows that columns have: some in a row, or any in any order.</summary>
internal sealed class RowSet
{
    private readonly int first;
    private readonly int[]? rows;

    /// <summary>Rows that follow one another.</summary>
    public RowSet(int first, int count)
    {
        this.first = first;
        Count = count;
    }

    /// <summary>Takes ownership of the array.</summary>
    public RowSet(int[] rows)
    {
        this.rows = rows;
        Count = rows.Length;
    }

    public int Count { get; }

    /// <summary>The row of the columns.</summary>
    /// <exception cref="ArgumentOutOfRangeException">there is no such row.</exception>
    public int this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count) Refuse(index);
            return rows is null ? first + index : rows[index];
        }
    }

    /// <summary>The index of a row of the columns; −1 where it is not here.</summary>
    public int IndexOf(int row) => rows is not null ? Array.IndexOf(rows, row) : row >= first && row < first + Count ? row - first : -1;

    public RowSet Select(IReadOnlyList<int> indices)
    {
        int[] selected = new int[indices.Count];
        for (int i = 0; i < selected.Length; i++) selected[i] = this[indices[i]];
        return new RowSet(selected);
    }

    private void Refuse(int index) => throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count} rows, from 0.");
}
