namespace ResNet.Tabular;

/// <summary>What the columns of a table were taken for, decided on all of its rows.</summary>
internal sealed class TableSchema
{
    /// <summary>The most columns that a doubt names.</summary>
    private const int MostNamed = 5;

    private readonly Dictionary<string, ColumnFinding> findings = new(StringComparer.Ordinal);
    private readonly List<string> doubts = [];

    /// <param name="table">the table</param>
    /// <param name="labels">the columns to predict, which are none to learn from</param>
    /// <param name="options">what was told</param>
    /// <exception cref="ArgumentException">a named column does not exist.</exception>
    /// <exception cref="InvalidDataException">the table's numbers could mean two things.</exception>
    public TableSchema(Table table, IReadOnlyList<string> labels, TableOptions options)
    {
        foreach (string label in labels) table.IndexOf(label);
        foreach (string told in options.ColumnTypes.Keys) table.IndexOf(told);
        doubts.AddRange(table.ReadingDoubts);
        var rules = new ColumnRules(table, options);
        for (int column = 0; column < table.Columns.Count; column++)
        {
            if (!labels.Contains(table.Columns[column])) findings.Add(table.Columns[column], rules.Find(column));
        }

        KeepSomething();
        doubts.AddRange(findings.Values.SelectMany(finding => finding.Doubts));
        string[] few = [.. findings.Values.Where(finding => finding.HasFewIntegers).Select(finding => finding.Schema.Name)];
        if (few.Length > 0) doubts.Add(FewIntegers(few));
    }

    /// <summary>What each column is but the labels, by name.</summary>
    public IReadOnlyDictionary<string, ColumnFinding> Columns => findings;

    /// <summary>What one could doubt, in words, each naming its column.</summary>
    public IReadOnlyList<string> Doubts => doubts;

    /// <exception cref="InvalidDataException">a column cannot be used.</exception>
    public void RefuseBroken()
    {
        if (findings.Values.FirstOrDefault(finding => finding.Refusal is not null)?.Refusal is { } refusal) throw refusal;
    }

    /// <summary>Takes names of rows to learn from where there is nothing else.</summary>
    private void KeepSomething()
    {
        if (findings.Values.Any(finding => finding.Schema.Type != ColumnType.Ignored)) return;
        foreach ((string name, ColumnFinding finding) in findings.ToArray())
        {
            if (finding.Otherwise is not { } schema) continue;
            string[] kept = [.. finding.Doubts.Select(doubt => doubt.Replace("; left out", "; kept, since there is no other column"))];
            findings[name] = finding with { Schema = schema, Doubts = kept };
        }
    }

    private static string FewIntegers(string[] columns)
    {
        string names = string.Join(", ", columns.Take(MostNamed).Select(Shown.Name));
        string more = columns.Length > MostNamed ? $" and {columns.Length - MostNamed} more" : "";
        return $"{names}{more}: few different whole numbers, taken for quantities; where they are names, such as those of months, " +
            $"{nameof(ColumnType)}.{nameof(ColumnType.Categorical)} tells";
    }
}
