namespace ResNet.Tabular;

/// <summary>Makes "" of \" and \ of \\ within quotes.</summary>
/// <param name="source">the text</param>
/// <param name="quote">what quotes cells</param>
/// <param name="start">where the text begins</param>
internal sealed class BackslashQuotes(Stream source, byte quote, CsvPlace start) : RewritingStream(source)
{
    private CsvPlace place = start;
    private bool isAfterBackslash;

    protected override int Rewrite(ReadOnlySpan<byte> from, Span<byte> to)
    {
        int count = 0;
        foreach (byte letter in from)
        {
            if (isAfterBackslash)
            {
                isAfterBackslash = false;
                if (letter != quote && letter != '\\') to[count++] = (byte)'\\';
                if (letter == quote) to[count++] = quote;
                to[count++] = letter;
                continue;
            }

            isAfterBackslash = place.IsQuoted && letter == '\\';
            if (isAfterBackslash) continue;
            place.Pass(letter);
            to[count++] = letter;
        }

        return count;
    }

    protected override int Finish(Span<byte> to)
    {
        if (!isAfterBackslash) return 0;
        isAfterBackslash = false;
        to[0] = (byte)'\\';
        return 1;
    }
}
