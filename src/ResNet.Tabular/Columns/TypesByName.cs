namespace ResNet.Tabular;

/// <summary>Types of columns by name, as they are told.</summary>
internal static class TypesByName
{
    public static IReadOnlyDictionary<string, ColumnType> None { get; } = new ValueMap<ColumnType>([]);

    /// <summary>A copy.</summary>
    /// <exception cref="ArgumentNullException">the dictionary is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">one of the types does not exist.</exception>
    public static IReadOnlyDictionary<string, ColumnType> Checked(IReadOnlyDictionary<string, ColumnType> types, string name)
    {
        ArgumentNullException.ThrowIfNull(types, name);
        foreach (ColumnType type in types.Values) Argument.Defined(type, name);
        return new ValueMap<ColumnType>(types);
    }
}
