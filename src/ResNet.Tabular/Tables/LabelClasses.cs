namespace ResNet.Tabular;

/// <summary>
/// The classes that labels name. Where all are whole numbers, those of one value are one class, called as it is written most often,
/// unless all have one length and some have leading zeros.
/// </summary>
/// <param name="Names">in order of value if all are numbers, otherwise in ordinal order</param>
/// <param name="Doubts">which labels were taken for one class, in words</param>
internal sealed record LabelClasses(string[] Names, IReadOnlyList<string> Doubts)
{
    /// <param name="column">the name of the label column</param>
    /// <param name="labels">the different labels, none of them missing</param>
    public static LabelClasses Of(string column, IReadOnlyList<WrittenText> labels)
    {
        List<string> merged = [];
        string[] names = WholeNumbers.AreValues([.. labels.Select(label => label.Text)])
            ? [.. labels.GroupBy(label => WholeNumbers.Of(label.Text)).Select(same => NameOf([.. same], merged))]
            : [.. labels.Select(label => label.Text)];
        names = names.All(label => Numbers.TryParse(label, out _))
            ? [.. names.OrderBy(WholeNumbers.Of).ThenBy(label => label, StringComparer.Ordinal)]
            : [.. names.Order(StringComparer.Ordinal)];
        return new(
            names, merged.Count == 0 ? [] : [$"{Shown.Name(column)}: labels of one value are one class: {string.Join(", ", merged)}"]);
    }

    /// <summary>The name of labels of one value: the most frequent of them.</summary>
    private static string NameOf(WrittenText[] same, List<string> merged)
    {
        string name = same.MaxBy(label => label.Count).Text;
        if (same.Length > 1) merged.Add($"{string.Join(" and ", same.Select(label => $"'{label.Text}'"))} are '{name}'");
        return name;
    }
}
