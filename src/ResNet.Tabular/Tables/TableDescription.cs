namespace ResNet.Tabular;

/// <summary>What the columns of a table are taken for, and what one could doubt about it.</summary>
/// <example>
/// <code>
/// TableDescription description = Table.FromCsv("train.csv").Describe(label: "income");
/// Console.WriteLine(description);                                    // a line for each column, then the doubts
/// if (description.Doubts.Count > 0) Console.WriteLine("look at these first");
/// </code>
/// </example>
/// <param name="Rows">the number of rows</param>
public sealed record TableDescription(int Rows)
{
    /// <summary>The columns, from left to right.</summary>
    public IReadOnlyList<ColumnDescription> Columns { get; init => field = new ValueList<ColumnDescription>(value); } =
        new ValueList<ColumnDescription>([]);

    /// <summary>
    /// What one could doubt, in words: of the file, then of each column, then what would be refused when a model is fitted.
    /// </summary>
    public IReadOnlyList<string> Doubts { get; init => field = new ValueList<string>(value); } = new ValueList<string>([]);

    /// <summary>A table with a line for each column, then the doubts.</summary>
    public override string ToString()
    {
        string[] header = ["column", "type", "missing", "range or categories"];
        IEnumerable<string[]> rows = Columns.Select(column =>
            (string[])[Shown.Name(column.Name), column.Type.ToString().ToLowerInvariant(), Shown.Share(column.Missing), column.Content]);
        IEnumerable<string> lines =
        [
            $"{Shown.Count(Rows, "row")} of {Shown.Count(Columns.Count, "column")}",
            .. ShownTable.Lines([header, .. rows]),
            .. Doubts.Count > 0 ? ["doubts:", .. Doubts.Select(doubt => Shown.Sentence($"- {doubt}"))] : (string[])[],
        ];
        return string.Join(Environment.NewLine, lines);
    }
}
