namespace ResNet.Tabular;

/// <summary>A place in a text that moves from left to right past what is expected there, and stays where something else is.</summary>
/// <param name="text">the text</param>
internal ref struct TextCursor(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> rest = text;

    public readonly bool IsAtEnd => rest.IsEmpty;

    public readonly bool IsAtDigit => !rest.IsEmpty && char.IsAsciiDigit(rest[0]);

    public bool Take(char expected)
    {
        if (rest.IsEmpty || rest[0] != expected) return false;
        rest = rest[1..];
        return true;
    }

    /// <summary>Takes a letter of the alphabet A to Z, whether it is written as a capital or not.</summary>
    public bool TakeLetter(char capital) => Take(capital) || Take((char)(capital | ' '));

    /// <summary>Takes exactly so many of the digits 0 to 9.</summary>
    public bool TakeNumber(int digits, out int number) => TakeNumber(digits, digits, out number, out _);

    /// <summary>Takes as many of the digits 0 to 9 as there are, up to nine.</summary>
    /// <param name="fewest">the fewest to take; with fewer nothing is taken</param>
    /// <param name="most">the most to take</param>
    /// <param name="number">the number that they make</param>
    /// <param name="digits">how many were taken</param>
    public bool TakeNumber(int fewest, int most, out int number, out int digits)
    {
        number = digits = 0;
        for (; digits < most && digits < rest.Length && char.IsAsciiDigit(rest[digits]); digits++)
        {
            number = number * 10 + (rest[digits] - '0');
        }

        if (digits < fewest) return false;
        rest = rest[digits..];
        return true;
    }
}
