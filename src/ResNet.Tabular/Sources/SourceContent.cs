namespace ResNet.Tabular;

/// <summary>What a source of values holds.</summary>
/// <param name="Names">the names of the columns</param>
/// <param name="Columns">their values</param>
/// <param name="Rows">the rows of the columns that are data</param>
internal sealed record SourceContent(string[] Names, SourceColumn[] Columns, RowSet Rows)
{
    /// <summary>What was done that one could doubt, in words.</summary>
    public IReadOnlyList<string> Doubts
    {
        get => [.. field, .. Those(column => column.HasTimes).Select(name => $"{Shown.Name(name)}: times, taken for numbers of seconds")];
        init;
    } = [];

    /// <summary>The names of the columns without texts.</summary>
    public IReadOnlySet<string> Typed => Those(column => !column.HasTextsFrom(Rows[0]));

    /// <summary>The names of the columns in which no text marks a missing value.</summary>
    public IReadOnlySet<string> Unmarked => Those(column => !column.HasMarksIn(Rows));

    private HashSet<string> Those(Func<SourceColumn, bool> areMeant) => [.. Names.Where((_, column) => areMeant(Columns[column]))];
}
