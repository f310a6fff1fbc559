namespace ResNet.Tabular;

/// <summary>What a column of a table is taken for, and what is in it.</summary>
public sealed record ColumnDescription
{
    internal ColumnDescription(string name, ColumnType type, double missing)
    {
        Name = name;
        Type = type;
        Missing = missing;
    }

    /// <summary>The column's name.</summary>
    public string Name { get; }

    /// <summary>Its type.</summary>
    public ColumnType Type { get; }

    /// <summary>The share of its cells that are missing, from 0 to 1.</summary>
    public double Missing { get; internal init; }

    /// <summary>The least number, or the days since 1970-01-01 of the earliest date; null in other columns.</summary>
    public double? Least { get; internal init; }

    /// <summary>The greatest number, or the days since 1970-01-01 of the latest date; null in other columns.</summary>
    public double? Greatest { get; internal init; }

    /// <summary>The categories as written, the most frequent first; empty in columns of other types.</summary>
    public IReadOnlyList<string> Categories { get; internal init => field = new ValueList<string>(value); } = new ValueList<string>([]);

    /// <summary>What one could doubt about the column, in words that name it; empty by default.</summary>
    public IReadOnlyList<string> Doubts { get; internal init => field = new ValueList<string>(value); } = new ValueList<string>([]);

    /// <summary>The range or the categories in words.</summary>
    internal string Content => Type switch
    {
        ColumnType.Numeric when Least is not null => $"{Shown.Number(Least!.Value)} to {Shown.Number(Greatest!.Value)}",
        ColumnType.Date when Least is not null => $"{Days.Text(Least!.Value)} to {Days.Text(Greatest!.Value)}",
        ColumnType.Categorical => $"{Categories.Count}: {FirstCategories}",
        _ => "",
    };

    private string FirstCategories =>
        string.Join(", ", Categories.Take(MostShown).Select(Shown.Name)) + (Categories.Count > MostShown ? ", …" : "");

    private const int MostShown = 3;

    /// <summary>
    /// Type, range or categories, and the share of missing cells, such as <c>age: numeric, 17.00 to 90.00, 0.0 % missing</c>.
    /// </summary>
    public override string ToString()
    {
        string[] parts = [Type.ToString().ToLowerInvariant(), Content, $"{Shown.Share(Missing)} missing"];
        return $"{Shown.Name(Name)}: {string.Join(", ", parts.Where(part => part.Length > 0))}";
    }
}
