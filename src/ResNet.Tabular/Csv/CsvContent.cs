namespace ResNet.Tabular;

/// <summary>What a file holds.</summary>
/// <param name="Names">the names of the columns</param>
/// <param name="Columns">their cells</param>
/// <param name="Rows">the rows of the columns that are data</param>
/// <param name="Lines">the line of each row of the columns</param>
/// <param name="FirstRow">the first row where it was not taken for names</param>
/// <param name="Doubts">what was done that one could doubt, in words</param>
internal sealed record CsvContent(
    string[] Names, Column[] Columns, RowSet Rows, LineNumbers Lines, IReadOnlyList<string> FirstRow, IReadOnlyList<string> Doubts);
