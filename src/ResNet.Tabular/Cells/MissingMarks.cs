namespace ResNet.Tabular;

/// <summary>The texts that stand for a missing value, in any letter case: well-known ones, and those that a user adds.</summary>
/// <param name="Added">the user's</param>
internal sealed record MissingMarks(ValueList<string> Added)
{
    /// <summary>What other programs write for a missing value: ours of version 1, and those that pandas knows.</summary>
    private static readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "?", "NA", "NaN", "null",
        "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "1.#IND", "1.#QNAN", "<NA>", "N/A", "None",
    };

    public static MissingMarks Known { get; } = new(new ValueList<string>([]));

    /// <summary>No text but blanks, for columns whose source has null for what is missing.</summary>
    public static MissingMarks Blanks { get; } = Known with { HasKnown = false };

    private bool HasKnown { get; init; } = true;

    /// <summary>Whether a text is a mark.</summary>
    public bool Contains(string text)
    {
        string mark = text.Trim();
        return mark.Length == 0 || (HasKnown && known.Contains(mark)) || IsAdded(text) || IsAdded(mark);
    }

    /// <summary>Whether a text is a mark where texts are names of classes: only a blank, and what the user has added.</summary>
    public bool ContainsAmongClasses(string text) => IsBlank(text) || IsAdded(text);

    /// <summary>Whether a text is nothing but blanks of some kind, which readers of files trim where they are plain.</summary>
    private static bool IsBlank(string text) => string.IsNullOrWhiteSpace(text);

    private bool IsAdded(string text) => Added.Contains(text, StringComparer.OrdinalIgnoreCase);
}
