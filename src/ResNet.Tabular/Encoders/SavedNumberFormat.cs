namespace ResNet.Tabular;

/// <summary>The description in files of how numbers are written.</summary>
/// <param name="Mark">the decimal mark</param>
/// <param name="Unit">what stands before or after each number; empty for nothing</param>
/// <param name="PointGroups">with a comma as the mark: whether points divide thousands</param>
internal sealed record SavedNumberFormat(string Mark, string Unit, bool PointGroups)
{
    /// <summary>The description; null for plain numbers with a decimal point.</summary>
    public static SavedNumberFormat? Of(NumberFormat? format) => format is null || format == NumberFormat.Plain
        ? null
        : new(format.Mark.ToString(), format.Unit, format.HasPointGroups);

    /// <summary>The format described.</summary>
    /// <exception cref="ArgumentException">the description is invalid.</exception>
    public static NumberFormat FormatOf(SavedNumberFormat? saved)
    {
        if (saved is null) return NumberFormat.Plain;
        return saved.Mark is "." or "," && saved.Unit is not null
            ? new NumberFormat(saved.Mark[0], saved.Unit, saved.PointGroups)
            : throw new ArgumentException($"There is no decimal mark '{saved.Mark}'.");
    }
}
