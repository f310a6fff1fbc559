namespace ResNet.Tabular;

/// <summary>The description in files of a column that is predicted.</summary>
/// <param name="Name">the column's name</param>
internal sealed record SavedLabel(string Name)
{
    /// <summary>How its numbers are written; null for plainly, or for classes.</summary>
    public SavedNumberFormat? Format { get; init; }

    /// <summary>Of several labels its two classes; null for numbers.</summary>
    public IReadOnlyList<string>? Classes { get; init; }
}
