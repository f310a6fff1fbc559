namespace ResNet.Tabular;

/// <summary>The description of a categorical column's encoding in files.</summary>
/// <param name="Encoding">the name of a <see cref="CategoryEncoding"/></param>
/// <param name="Categories">the categories in the order of their codes</param>
/// <param name="HasMissing">whether a missing value is one more category, the last</param>
internal sealed record SavedCategories(string Encoding, IReadOnlyList<string> Categories, bool HasMissing)
{
    /// <summary>The encoder described.</summary>
    /// <param name="column">the column's name</param>
    /// <exception cref="ArgumentException">the description is invalid.</exception>
    public CategoryEncoder Encoder(string column)
    {
        CategoryEncoding encoding = Descriptions.Value<CategoryEncoding>(Encoding);
        IReadOnlyList<string?> categories = [.. Categories, .. HasMissing ? (string?[])[null] : []];
        int distinct = Descriptions.AllThere(Categories, "categories").ToHashSet(StringComparer.Ordinal).Count;
        if (distinct < Categories.Count || categories.Count == 0)
        {
            throw new ArgumentException("Expected one or more categories, all different.");
        }

        if (encoding == CategoryEncoding.Codes) return new CategoryCodesEncoder(column, categories);
        return categories.Count <= OneHotEncoder.MostCategories
            ? new OneHotEncoder(column, categories)
            : throw new ArgumentException(
                $"{categories.Count} categories are too many for one-hot encoding, at most {OneHotEncoder.MostCategories}.");
    }
}
