namespace ResNet.Tabular;

/// <summary>Negative numbers as accountants write them: (12) is −12, and ($5.00) is −$5.00.</summary>
internal static class NegativeNumber
{
    /// <summary>Whether a text has digits within parentheses, and nothing outside them.</summary>
    public static bool IsInParentheses(string text) =>
        text is ['(', not ('-' or '+' or '−' or '('), .., ')'] && text.AsSpan().ContainsAnyInRange('0', '9');

    /// <summary>The text with a minus in place of parentheses, or as it is where there are none.</summary>
    public static string WithSign(string text) => IsInParentheses(text) ? $"-{text[1..^1].Trim()}" : text;
}
