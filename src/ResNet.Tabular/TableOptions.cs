using System.Collections.ObjectModel;

namespace ResNet.Tabular;

/// <summary>What columns are and how they become features.</summary>
public sealed class TableOptions
{
    /// <summary>
    /// What columns are, by name. One that is not named is numeric if every value in the training rows is a finite number,
    /// ignored if it has no values, and else categorical. Empty by default.
    /// </summary>
    /// <exception cref="ArgumentNullException">there is no dictionary.</exception>
    /// <exception cref="ArgumentOutOfRangeException">one of the types does not exist.</exception>
    public IReadOnlyDictionary<string, ColumnType> ColumnTypes
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            foreach (ColumnType type in value.Values) Argument.Defined(type, nameof(ColumnTypes));
            field = value;
        }
    } = ReadOnlyDictionary<string, ColumnType>.Empty;

    /// <summary>How numbers are brought to one scale; <see cref="NumericScaling.Standardize"/> by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">there is no such scaling.</exception>
    public NumericScaling Scaling { get; init => field = Argument.Defined(value, nameof(Scaling)); } = NumericScaling.Standardize;

    /// <summary>What becomes of categorical columns; <see cref="CategoryEncoding.OneHot"/> by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">there is no such encoding.</exception>
    public CategoryEncoding Categories { get; init => field = Argument.Defined(value, nameof(Categories)); } = CategoryEncoding.OneHot;
}
