using System.Runtime.CompilerServices;

namespace ResNet.Tabular;

/// <summary>How often each text occurs in some rows of a column, and where first; likewise numbers without a text.</summary>
internal sealed class CellCounts
{
    private readonly int[] counts;
    private readonly int[] firsts;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public CellCounts(Column column, RowSet rows)
    {
        counts = new int[column.Texts.Length];
        firsts = new int[counts.Length];
        for (int row = 0; row < rows.Count; row++)
        {
            int code = column.CodeOf(rows[row]);
            if (code >= 0)
            {
                if (counts[code]++ == 0) firsts[code] = row;
            }
            else if (code == Column.Number)
            {
                Numbers++;
            }
            else if (Nothings++ == 0)
            {
                FirstNothing = row;
            }
        }

        Written = [.. column.Texts.Index().Where(text => counts[text.Index] > 0)
            .Select(text => new WrittenText(text.Item, text.Index, counts[text.Index], firsts[text.Index]))];
    }

    /// <summary>The texts that occur.</summary>
    public WrittenText[] Written { get; }

    /// <summary>The number of cells that hold a number without a text.</summary>
    public int Numbers { get; }

    /// <summary>The number of cells in which nothing is written.</summary>
    public int Nothings { get; }

    /// <summary>The first row in whose cell nothing is written, if there is one.</summary>
    public int FirstNothing { get; }
}

/// <summary>A text in a column.</summary>
/// <param name="Text">as it was written</param>
/// <param name="Code">its code</param>
/// <param name="Count">the number of cells that hold it</param>
/// <param name="FirstRow">the first of these</param>
internal readonly record struct WrittenText(string Text, int Code, int Count, int FirstRow);
