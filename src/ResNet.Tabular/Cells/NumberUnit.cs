using System.Globalization;

namespace ResNet.Tabular;

/// <summary>A percent sign or a currency before or after a number.</summary>
internal static class NumberUnit
{
    public const string Percent = "%";

    /// <summary>Currencies that are written in letters, in any case; longer ones before those that they end or begin with.</summary>
    private static readonly string[] names =
    [
        "USD", "EUR", "GBP", "JPY", "CHF", "CNY", "INR", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "BRL", "MXN", "ZAR",
        "TRY", "RUB", "KRW", "SGD", "HKD", "US$", "HK$", "NZ$", "R$", "A$", "C$", "S$", "Rs.", "Rs", "Fr.", "kr.", "kr", "zł", "Kč", "Ft",
    ];

    /// <summary>Takes the unit off; false where there is none.</summary>
    /// <param name="text">such as <c>-$5</c>, <c>$ 5</c>, <c>5 €</c>, <c>R$ 5</c>, <c>($5)</c> or <c>45%</c></param>
    /// <param name="number">what is left</param>
    /// <param name="unit">the unit</param>
    public static bool TryTake(string text, out string number, out string unit)
    {
        (number, unit) = (text, "");
        if (text.Length == 0 || (IsDigit(text[0]) && IsDigit(text[^1]))) return false;
        string signed = NegativeNumber.WithSign(text);
        string sign = signed is ['-' or '+' or '−', ..] ? signed[..1] : "";
        string rest = signed[sign.Length..].TrimStart();
        if (Before(rest) is { } before)
        {
            unit = before;
            number = sign + NegativeNumber.WithSign(rest[before.Length..].TrimStart());
        }
        else if (After(rest) is { } after)
        {
            unit = after;
            number = sign + NegativeNumber.WithSign(rest[..^after.Length].TrimEnd());
        }

        return unit.Length > 0 && number.AsSpan().ContainsAnyInRange('0', '9');
    }

    /// <summary>The unit; null where there is none.</summary>
    public static string? Of(string text) => TryTake(text, out _, out string unit) ? unit : null;

    private static string? Before(string text) =>
        Array.Find(names, name => text.StartsWith(name, StringComparison.OrdinalIgnoreCase)) ?? (text.Length > 0 ? Symbol(text[0]) : null);

    private static string? After(string text) =>
        Array.Find(names, name => text.EndsWith(name, StringComparison.OrdinalIgnoreCase)) ?? (text.Length > 0 ? Symbol(text[^1]) : null);

    private static string? Symbol(char letter) =>
        letter == '%' || char.GetUnicodeCategory(letter) == UnicodeCategory.CurrencySymbol ? letter.ToString() : null;

    private static bool IsDigit(char letter) => letter is (>= '0' and <= '9') or '.' or ',';
}
