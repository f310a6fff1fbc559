namespace ResNet.Tabular;

/// <summary>What a column was taken for.</summary>
/// <param name="Name">the column's name</param>
/// <param name="Type">its type</param>
internal sealed record ColumnSchema(string Name, ColumnType Type)
{
    /// <summary>How its cells write numbers or dates; null for other columns.</summary>
    public CellFormat? Format { get; init; }
}
