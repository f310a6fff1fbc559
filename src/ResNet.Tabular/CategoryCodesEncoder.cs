namespace ResNet.Tabular;

/// <summary>The category's number, from 1; 0 for unknown ones.</summary>
internal sealed class CategoryCodesEncoder(string column, IReadOnlyList<string?> categories)
    : CategoryEncoder(column, [column], categories)
{
    public int Count { get; } = categories.Count + 1;

    public override void Encode(Table table, int row, int index, Span<float> features) =>
        features[0] = PlaceOf(table[row, index]) + 1;
}
