namespace ResNet.Tabular;

/// <summary>A feature for each category, 1 where the cell is that category.</summary>
internal sealed class OneHotEncoder : CategoryEncoder
{
    /// <summary>A column with more categories becomes codes, for which vectors can be learned.</summary>
    public const int MostFitted = 100;

    /// <summary>The most categories in a file, which other versions have written.</summary>
    public const int MostCategories = 1000;

    public OneHotEncoder(string column, IReadOnlyList<string?> categories)
        : base(column, features: categories.Count, categories)
    {
    }

    public override IEnumerable<FeatureOrigin> Origins => Categories.Select(category => category is null
        ? FeatureOrigin.OfMissing(Column)
        : new FeatureOrigin($"{Column}={category}", Column, $"1 where the cell is {category}, otherwise 0"));

    protected override CategoryEncoding Encoding => CategoryEncoding.OneHot;

    protected override void Write(int category, Span<float> features)
    {
        if (category >= 0) features[category] = 1;
    }
}
