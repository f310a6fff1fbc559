namespace ResNet.Tabular;

/// <summary>Labels that are whole numbers.</summary>
internal static class WholeNumbers
{
    /// <summary>The number that a label says; NaN where it says none.</summary>
    public static double Of(string label) => Numbers.TryParse(label, out double value) ? value : double.NaN;

    /// <summary>Whether labels stand for their values: not where they are digits of one length, some with leading zeros.</summary>
    public static bool AreValues(IReadOnlyList<string> labels)
    {
        if (labels.Count == 0 || !labels.All(label => Math.Floor(Of(label)) == Of(label))) return false;
        bool areDigits = labels.All(label => label.Length == labels[0].Length && label.All(char.IsAsciiDigit));
        return !(areDigits && labels[0].Length > 1 && labels.Any(label => label[0] == '0'));
    }
}
