using System.Text.Json.Serialization;

namespace ResNet.Tabular;

/// <summary>The description of a column in files; one of no kind is ignored.</summary>
/// <param name="Name">the column's name</param>
internal sealed record SavedColumn(string Name)
{
    public SavedNumbers? Numeric { get; init; }

    public SavedCategories? Categorical { get; init; }

    public SavedDates? Date { get; init; }

    [JsonIgnore]
    public ColumnType Type => Numeric is not null ? ColumnType.Numeric
        : Categorical is not null ? ColumnType.Categorical
        : Date is not null ? ColumnType.Date
        : ColumnType.Ignored;

    /// <summary>The encoder described; null for an ignored column.</summary>
    /// <exception cref="ArgumentException">the description is invalid.</exception>
    public ColumnEncoder? Encoder()
    {
        if (((object?[])[Numeric, Categorical, Date]).Count(kind => kind is not null) > 1)
        {
            throw new ArgumentException("It is either numeric, categorical or a date, not several.");
        }

        return Numeric?.Encoder(Name) ?? Date?.Encoder(Name) ?? (ColumnEncoder?)Categorical?.Encoder(Name);
    }
}
