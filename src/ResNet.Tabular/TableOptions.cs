namespace ResNet.Tabular;

/// <summary>The types of columns and how they are encoded as features. Options are equal where their settings are.</summary>
/// <example>
/// <code>
/// var options = new TableOptions { ColumnTypes = new Dictionary&lt;string, ColumnType&gt; { ["year"] = ColumnType.Categorical } };
/// </code>
/// </example>
public sealed record TableOptions
{
    /// <summary>
    /// The types of columns, by name. The type of any other column is detected: numeric if every value in the training rows is a
    /// finite number, ignored if it has no values, otherwise categorical. Empty by default.
    /// </summary>
    /// <exception cref="ArgumentNullException">the dictionary is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">one of the types does not exist.</exception>
    public IReadOnlyDictionary<string, ColumnType> ColumnTypes
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            foreach (ColumnType type in value.Values) Argument.Defined(type, nameof(ColumnTypes));
            field = new ValueMap<ColumnType>(value);
        }
    } = new ValueMap<ColumnType>([]);

    /// <summary>How numbers are scaled; <see cref="NumericScaling.Standardize"/> by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">there is no such scaling.</exception>
    public NumericScaling Scaling { get; init => field = Argument.Defined(value, nameof(Scaling)); } = NumericScaling.Standardize;

    /// <summary>How categorical columns are encoded; <see cref="CategoryEncoding.OneHot"/> by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">there is no such encoding.</exception>
    public CategoryEncoding CategoryEncoding { get; init => field = Argument.Defined(value, nameof(CategoryEncoding)); } =
        CategoryEncoding.OneHot;

    /// <summary>Every setting by its name.</summary>
    public override string ToString() => Shown.Record(nameof(TableOptions), PrintMembers);
}
