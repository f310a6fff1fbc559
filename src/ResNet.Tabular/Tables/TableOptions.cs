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
    /// The types of columns, by name; they outvote <see cref="CsvOptions.Types"/>. The type of any other column is found from all rows:
    /// numeric or a date if at least 95 % of its cells are and at most 20 different texts are not, ignored if it has no values or only
    /// names its rows, otherwise categorical. <see cref="Table.Describe"/> tells. Empty by default.
    /// </summary>
    /// <exception cref="ArgumentNullException">the dictionary is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">one of the types does not exist.</exception>
    public IReadOnlyDictionary<string, ColumnType> ColumnTypes
    {
        get;
        init => field = TypesByName.Checked(value, nameof(ColumnTypes));
    } = TypesByName.None;

    /// <summary>
    /// What becomes of the few cells in a column of numbers or dates that are none; by default <see cref="OddCells.MissingInFit"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">there is no such way.</exception>
    public OddCells OddCells { get; init => field = Argument.Defined(value, nameof(OddCells)); } = OddCells.MissingInFit;

    /// <summary>
    /// The order of dates such as 01/02/2024. Null, the default, finds it for each column in a cell that has only one meaning, such as
    /// 31/01/2024; a column without one is left out, with a doubt. Dates that begin with the year need no order.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">there is no such order.</exception>
    public DateOrder? DateOrder { get; init => field = value is { } order ? Argument.Defined(order, nameof(DateOrder)) : null; }

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
