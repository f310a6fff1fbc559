using ResNet.Tabular;

namespace ResNet.Tool;

/// <summary>The cells in rows of a file that mean nothing to a model, counted by column.</summary>
internal sealed class UnknownTally
{
    private readonly OrderedDictionary<string, (UnknownCells First, long Count)> columns = [];

    public void Add(IEnumerable<UnknownCells> cells)
    {
        foreach (UnknownCells cell in cells)
        {
            columns[cell.Column] = columns.TryGetValue(cell.Column, out (UnknownCells First, long Count) column)
                ? (column.First, column.Count + cell.Count)
                : (cell, cell.Count);
        }
    }

    /// <summary>A sentence for each column.</summary>
    public IEnumerable<string> Doubts => columns.Values.Select(column =>
        $"{column.First with { Count = 1 }}{(column.Count > 1 ? $"; {Shown.Count(column.Count, "such cell")} in this column" : "")}");
}
