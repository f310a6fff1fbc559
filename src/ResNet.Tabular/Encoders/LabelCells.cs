namespace ResNet.Tabular;

/// <summary>The labels of a table, none of them missing.</summary>
internal sealed class LabelCells
{
    /// <param name="table">the table</param>
    /// <param name="column">the label column</param>
    /// <param name="isClass">whether a text that marks missing values elsewhere is a class all the same</param>
    /// <exception cref="InvalidDataException">a label is missing.</exception>
    public LabelCells(Table table, int column, Func<string, bool> isClass)
    {
        CellCounts counts = table.CountsOf(column);
        var marks = new LabelMarks(counts, table.Dialect.Missing);
        bool IsMissing(WrittenText label) => marks.IsMissing(label.Text) && !isClass(label.Text);
        int[] missing = [.. counts.Written.Where(IsMissing).Select(label => label.FirstRow)];
        if (counts.Nothings > 0) missing = [.. missing, counts.FirstNothing];
        if (missing.Length > 0) throw table.Broken(missing.Min(), column, "the label is missing");
        Written = counts.Written;
    }

    /// <summary>The different labels.</summary>
    public WrittenText[] Written { get; }
}
