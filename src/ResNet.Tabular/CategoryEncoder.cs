namespace ResNet.Tabular;

/// <summary>The categories of a column in the training rows.</summary>
internal abstract class CategoryEncoder : ColumnEncoder
{
    private readonly Dictionary<string, int> indices;
    private readonly int missing;

    /// <param name="column">the column's name</param>
    /// <param name="features">its number of features</param>
    /// <param name="categories">the categories; null, the last, if a missing value is a category</param>
    protected CategoryEncoder(string column, int features, IReadOnlyList<string?> categories)
        : base(column, features)
    {
        Categories = categories;
        indices = categories.Index()
            .Where(pair => pair.Item is not null)
            .ToDictionary(pair => pair.Item!, pair => pair.Index, StringComparer.Ordinal);
        missing = categories.Count > indices.Count ? indices.Count : -1;
    }

    protected IReadOnlyList<string?> Categories { get; }

    protected abstract CategoryEncoding Encoding { get; }

    public static CategoryEncoder Fit(Table training, int column, CategoryEncoding encoding)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        bool hasMissing = false;
        for (int row = 0; row < training.RowCount; row++)
        {
            if (training[row, column] is { } text) found.Add(text);
            else hasMissing = true;
        }

        List<string?> categories = [.. found.Order(StringComparer.Ordinal)];
        if (hasMissing) categories.Add(null);
        return encoding == CategoryEncoding.Codes
            ? new CategoryCodesEncoder(training.Columns[column], categories)
            : OneHotEncoder.Fit(training, column, categories);
    }

    public override ColumnDescription Describe() => new(Column)
    {
        Categorical = new CategoricalDescription(Encoding.ToString(), [.. Categories.OfType<string>()], HasMissing: missing >= 0),
    };

    /// <summary>The index of the cell's category; −1 if it is unknown.</summary>
    protected int CategoryOf(string? cell) => cell is null ? missing : indices.GetValueOrDefault(cell, -1);
}
