namespace ResNet.Tabular;

/// <summary>Where a feature comes from.</summary>
/// <param name="Feature">its name, such as <c>age is missing</c> or <c>sex=Female</c></param>
/// <param name="Column">the column that it comes from</param>
/// <param name="Meaning">what it is in words, such as "1 where the cell is missing, otherwise 0"</param>
public sealed record FeatureOrigin(string Feature, string Column, string Meaning)
{
    /// <summary>The feature and what it is.</summary>
    public override string ToString() => $"{Shown.Name(Feature)}: {Meaning}";

    /// <summary>That of the feature which tells whether the cell is missing.</summary>
    internal static FeatureOrigin OfMissing(string column) =>
        new($"{column} is missing", column, "1 where the cell is missing, otherwise 0");
}
