namespace ResNet.Tabular;

/// <summary>The encoding of a categorical column as files describe it.</summary>
/// <param name="Encoding">the name of a <see cref="CategoryEncoding"/></param>
/// <param name="Categories">the categories in the order of their places</param>
/// <param name="HasMissing">whether missing is one more, the last</param>
internal sealed record CategoricalDescription(string Encoding, IReadOnlyList<string> Categories, bool HasMissing)
{
    /// <summary>The encoder that the description tells of.</summary>
    /// <param name="column">the column's name</param>
    /// <exception cref="ArgumentException">no column is as described.</exception>
    public CategoryEncoder Encoder(string column)
    {
        CategoryEncoding encoding = Descriptions.Value<CategoryEncoding>(Encoding);
        IReadOnlyList<string?> places = [.. Categories, .. HasMissing ? (string?[])[null] : []];
        if (Descriptions.AllThere(Categories, "categories").ToHashSet(StringComparer.Ordinal).Count < Categories.Count || places.Count == 0)
        {
            throw new ArgumentException("Expected one or more categories, all different.");
        }

        if (encoding == CategoryEncoding.Codes) return new CategoryCodesEncoder(column, places);
        return places.Count <= OneHotEncoder.MostCategories
            ? new OneHotEncoder(column, places)
            : throw new ArgumentException($"{places.Count} categories are too many for a feature each, at most {OneHotEncoder.MostCategories}.");
    }
}
