using System.Buffers;

namespace ResNet.Tabular;

/// <summary>What a text looks like before it is known how a table writes its numbers.</summary>
internal static class CellText
{
    /// <summary>What stands between the digits of a number.</summary>
    private static readonly SearchValues<char> marks = SearchValues.Create(",.'’ \u00a0\u2009\u202f");

    /// <summary>Whether it is a number, with a decimal mark of either kind, thousands or a unit.</summary>
    public static bool IsNumber(string text) => Numbers.TryParse(text, out _) || IsShaped(NumberOf(text));

    /// <summary>A number without its unit, and with a minus in place of parentheses.</summary>
    public static string NumberOf(string text) =>
        NumberUnit.TryTake(text.Trim(), out string number, out _) ? number : NegativeNumber.WithSign(text.Trim());

    /// <summary>Whether it is infinite, or a number that a float cannot hold, however it is written.</summary>
    public static bool IsTooLarge(string text)
    {
        string number = NumberOf(text);
        if (Numbers.IsTooLarge(number)) return true;
        if (!number.AsSpan().ContainsAny(marks)) return false;
        NumberShape shape = NumberShape.Of(number);
        return (shape.IsUnderPoint && Numbers.IsTooLarge(NumberShape.Invariant(number, '.')))
            || (shape.IsUnderComma && Numbers.IsTooLarge(NumberShape.Invariant(number, ',')));
    }

    private static bool IsShaped(string text) =>
        text.AsSpan().ContainsAnyInRange('0', '9') && NumberShape.Of(text) is { IsUnderComma: true } or { IsUnderPoint: true };
}
