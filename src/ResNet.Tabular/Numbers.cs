using System.Globalization;

namespace ResNet.Tabular;

/// <summary>Numbers in cells: invariant culture, finite as <see cref="float"/>, without thousands separators.</summary>
internal static class Numbers
{
    public static bool TryParse(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && float.IsFinite((float)value);
}
