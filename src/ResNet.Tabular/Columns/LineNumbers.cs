namespace ResNet.Tabular;

/// <summary>The line of a file that each row begins in: only where rows do not follow line by line is it noted.</summary>
internal sealed class LineNumbers
{
    /// <summary>The rows that do not begin in the line after that of the row before, ascending, and their lines.</summary>
    private readonly List<int> rows = [];
    private readonly List<int> lines = [];
    private int next = -1;

    /// <summary>The number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>The line of a row.</summary>
    public int this[int row]
    {
        get
        {
            int found = rows.BinarySearch(row);
            int at = found >= 0 ? found : ~found - 1;
            return lines[at] + row - rows[at];
        }
    }

    public void Add(int line)
    {
        if (line != next)
        {
            rows.Add(Count);
            lines.Add(line);
        }

        Count++;
        next = line + 1;
    }
}
