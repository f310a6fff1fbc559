using System.Globalization;
using System.Runtime.CompilerServices;

namespace ResNet.Tabular;

/// <summary>Plain numbers in cells: invariant, finite as <see cref="float"/>, without groups of thousands and without a unit.</summary>
internal static class Numbers
{
    /// <summary>The longest text whose digits make an integer below 2⁵³, which a double holds exactly.</summary>
    private const int ExactLength = 15;

    /// <summary>A longer text with a comma is no number that a person wrote.</summary>
    private const int LongestWithComma = 64;

    /// <summary>10⁰ to 10¹⁵, each exact, so that one division rounds as it should.</summary>
    private static readonly double[] powers = [.. Enumerable.Range(0, ExactLength + 1).Select(power => Math.Pow(10, power))];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryParse(ReadOnlySpan<byte> text, out double value) => TryParseShort(text, out value)
        || (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && IsFinite(value));

    /// <summary>A number with a decimal comma, or a whole one; a point says something else.</summary>
    public static bool TryParseWithComma(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        if (text.Contains((byte)'.')) return false;
        int comma = text.IndexOf((byte)',');
        if (comma < 0 || text.Length > LongestWithComma) return TryParse(text, out value);
        Span<byte> point = stackalloc byte[LongestWithComma];
        text.CopyTo(point);
        point[comma] = (byte)'.';
        return TryParse(point[..text.Length], out value);
    }

    public static bool TryParse(ReadOnlySpan<char> text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && IsFinite(value);

    /// <summary>Whether a text is infinite, or a number that a float cannot hold.</summary>
    public static bool IsTooLarge(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> size = text.TrimStart("+-");
        return size.Equals("inf", StringComparison.OrdinalIgnoreCase)
            || size.SequenceEqual("∞")
            || (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                && !double.IsNaN(value) && !IsFinite(value));
    }

    /// <summary>What is wrong with a number for which <see cref="IsTooLarge"/> holds.</summary>
    public static string TroubleOf(string text) => text.Any(char.IsAsciiDigit)
        ? $"'{text}' is too large for a feature, at most 3.4e38"
        : $"'{text}' is infinite";

    private static bool IsFinite(double value) => float.IsFinite((float)value);

    /// <summary>A few digits, a point among them or not, a minus before them or not: most cells of most files.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryParseShort(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        int first = text is [(byte)'-', ..] ? 1 : 0;
        if (text.Length - first is 0 or > ExactLength + 1) return false;
        long digits = 0;
        int point = -1;
        for (int i = first; i < text.Length; i++)
        {
            int digit = text[i] - '0';
            if ((uint)digit <= 9)
            {
                digits = digits * 10 + digit;
            }
            else
            {
                if (digit != '.' - '0' || point >= 0) return false;
                point = i;
            }
        }

        int count = text.Length - first - (point >= 0 ? 1 : 0);
        if (count is 0 or > ExactLength) return false;
        value = point < 0 ? digits : digits / powers[text.Length - 1 - point];
        if (first > 0) value = -value;
        return true;
    }
}
