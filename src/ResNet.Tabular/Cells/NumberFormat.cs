namespace ResNet.Tabular;

/// <summary>How the numbers of a column are written.</summary>
/// <param name="Mark">the decimal mark, a point or a comma</param>
/// <param name="Unit">what stands before or after each number: "%", a currency, or "" for nothing</param>
/// <param name="HasPointGroups">with a comma as the mark: whether points divide thousands, as in 1.234,5</param>
internal sealed record NumberFormat(char Mark, string Unit = "", bool HasPointGroups = false) : CellFormat
{
    public static NumberFormat Plain { get; } = new('.');

    public override string Kind => Unit.Length == 0 ? "a number" : $"a number with {Unit}";

    /// <summary>The number that a text says in this format; percent are hundredths.</summary>
    public override bool TryParse(string text, out double value)
    {
        value = 0;
        if (Unit.Length == 0) return TryParseNumber(NegativeNumber.WithSign(text.Trim()), out value);
        if (!NumberUnit.TryTake(text.Trim(), out string number, out string unit) || unit != Unit) return false;
        if (!TryParseNumber(number, out value)) return false;
        if (unit == NumberUnit.Percent) value /= 100;
        return true;
    }

    public override bool TryParse(string text, bool isByHand, out double value)
    {
        value = 0;
        return (isByHand && Numbers.TryParse(text, out value)) || TryParse(text, out value);
    }

    private bool TryParseNumber(string text, out double value)
    {
        if (!(Mark == ',' && HasPointGroups) && Numbers.TryParse(text, out value)) return true;
        var shape = NumberShape.Of(text);
        value = 0;
        return shape.IsNumberUnder(Mark) && Numbers.TryParse(NumberShape.Invariant(text, Mark), out value);
    }
}
