using System.Text.Json.Serialization;

namespace ResNet.Tabular;

/// <summary>The description of a column in files; one that is neither numeric nor categorical is ignored.</summary>
/// <param name="Name">the column's name</param>
internal sealed record ColumnDescription(string Name)
{
    public NumericDescription? Numeric { get; init; }

    public CategoricalDescription? Categorical { get; init; }

    [JsonIgnore]
    public ColumnType Type =>
        Numeric is not null ? ColumnType.Numeric : Categorical is not null ? ColumnType.Categorical : ColumnType.Ignored;

    /// <summary>The encoder described; null for an ignored column.</summary>
    /// <exception cref="ArgumentException">the description is invalid.</exception>
    public ColumnEncoder? Encoder() => Numeric is not null && Categorical is not null
        ? throw new ArgumentException("It is either numeric or categorical, not both.")
        : Numeric?.Encoder(Name) ?? (ColumnEncoder?)Categorical?.Encoder(Name);
}
