namespace ResNet.Tabular;

/// <summary>A feature for each category, 1 where the cell is that category.</summary>
internal sealed class OneHotEncoder : CategoryEncoder
{
    /// <summary>A column with more is probably an identifier, and that many features would fill the memory.</summary>
    public const int MostCategories = 1000;

    public OneHotEncoder(string column, IReadOnlyList<string?> categories)
        : base(column, features: categories.Count, categories)
    {
    }

    public override IEnumerable<string> FeatureNames =>
        Categories.Select(category => category is null ? $"{Column} is missing" : $"{Column}={category}");

    protected override CategoryEncoding Encoding => CategoryEncoding.OneHot;

    public static OneHotEncoder Fit(Table training, int column, IReadOnlyList<string?> categories) =>
        categories.Count <= MostCategories
            ? new(training.Columns[column], categories)
            : throw training.Broken(
                column,
                $"{categories.Count} categories are too many for one-hot encoding, at most {MostCategories}; " +
                "ignore the column, or encode it as codes");

    public override void Encode(Table table, int row, int index, Span<float> features)
    {
        int category = CategoryOf(table[row, index]);
        if (category >= 0) features[category] = 1;
    }
}
