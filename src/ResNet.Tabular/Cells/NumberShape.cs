using System.Text.RegularExpressions;

namespace ResNet.Tabular;

/// <summary>
/// What the marks in a number say: 1,5 and 0,123 have a decimal comma, 1.5 and 1,234.5 a decimal point, and 1,234 could have either.
/// </summary>
/// <param name="IsUnderPoint">whether the text is a number with a decimal point, thousands perhaps divided</param>
/// <param name="IsUnderComma">the same with a decimal comma</param>
internal readonly partial record struct NumberShape(bool IsUnderPoint, bool IsUnderComma)
{
    /// <summary>Whether the text could be two numbers, such as 1,234; a lone point is a decimal point always.</summary>
    public static bool IsAmbiguous(string text) => text.Contains(',') && Of(text) is { IsUnderPoint: true, IsUnderComma: true };

    /// <summary>Whether the text has no other meaning than with a decimal comma.</summary>
    public bool SaysComma => IsUnderComma && !IsUnderPoint;

    /// <summary>Whether the text has no other meaning than with a decimal point.</summary>
    public bool SaysPoint => IsUnderPoint && !IsUnderComma;

    public static NumberShape Of(string text) => new(UnderPoint().IsMatch(text), UnderComma().IsMatch(text));

    public bool IsNumberUnder(char mark) => mark == ',' ? IsUnderComma : IsUnderPoint;

    /// <summary>The number as programs write it: without groups, with a decimal point.</summary>
    public static string Invariant(string text, char mark)
    {
        bool IsGroup(char letter) => letter != mark && (letter is '.' or ',' or '\'' or '’' || char.IsWhiteSpace(letter));
        string digits = string.Concat(text.Where(letter => !IsGroup(letter)));
        return digits.Replace(mark, '.').Replace('−', '-');
    }

    // thousands begin with 1 to 9, are divided by the same sign throughout and have no exponent; lakhs are groups of two
    [GeneratedRegex(@"^[-+−]?(?:(?:[1-9][0-9]{0,2}(?:([,'’ \u00a0\u2009\u202f])[0-9]{3})(?:\1[0-9]{3})*" +
        @"|[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3})(?:\.[0-9]*)?|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)$")]
    private static partial Regex UnderPoint();

    [GeneratedRegex(@"^[-+−]?(?:[1-9][0-9]{0,2}(?:([.'’ \u00a0\u2009\u202f])[0-9]{3})(?:\1[0-9]{3})*" +
        @"(?:,[0-9]*)?|(?:[0-9]+,?[0-9]*|,[0-9]+)(?:[eE][-+]?[0-9]+)?)$")]
    private static partial Regex UnderComma();
}
