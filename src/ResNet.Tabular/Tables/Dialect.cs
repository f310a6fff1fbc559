using System.Collections.ObjectModel;

namespace ResNet.Tabular;

/// <summary>How the cells of a table are written, as far as it was told.</summary>
internal sealed record Dialect
{
    public static Dialect Default { get; } = new();

    public MissingMarks Missing { get; init; } = MissingMarks.Known;

    /// <summary>The decimal mark; null where cells have to say it.</summary>
    public char? Mark { get; init; }

    /// <summary>The types of columns that were told, by name.</summary>
    public IReadOnlyDictionary<string, ColumnType> Types { get; init; } = ReadOnlyDictionary<string, ColumnType>.Empty;

    /// <summary>The names of columns whose values came as numbers, dates or other values, not as texts: they say no decimal mark.</summary>
    public IReadOnlySet<string> Typed { get; init; } = ReadOnlySet<string>.Empty;

    /// <summary>The names of columns in which no text marks a missing value, those of <see cref="Typed"/> among them.</summary>
    public IReadOnlySet<string> Unmarked { get; init; } = ReadOnlySet<string>.Empty;

    /// <summary>Whether a person or a program has written the cells for a model, one row by hand.</summary>
    public bool IsByHand { get; init; }
}
