namespace ResNet.Tabular;

/// <summary>The category's code, from 1; 0 for unknown categories.</summary>
internal sealed class CategoryCodesEncoder(string column, IReadOnlyList<string?> categories)
    : CategoryEncoder(column, features: 1, categories)
{
    public int Count => Categories.Count + 1;

    public override IEnumerable<FeatureOrigin> Origins => [new(Column, Column, "the category's code, for which a vector is learned")];

    protected override CategoryEncoding Encoding => CategoryEncoding.Codes;

    protected override void Write(int category, Span<float> features) => features[0] = category + 1;
}
