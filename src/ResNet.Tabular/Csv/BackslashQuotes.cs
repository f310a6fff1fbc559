namespace ResNet.Tabular;

/// <summary>Makes "" of \" and \ of \\ within quotes.</summary>
internal sealed class BackslashQuotes(Stream source) : RewritingStream(source)
{
    private bool isInQuotes;
    private bool isAfterBackslash;

    protected override int Rewrite(ReadOnlySpan<byte> from, Span<byte> to)
    {
        int count = 0;
        foreach (byte letter in from)
        {
            if (isAfterBackslash)
            {
                isAfterBackslash = false;
                if (letter is not ((byte)'"' or (byte)'\\')) to[count++] = (byte)'\\';
                if (letter == '"') to[count++] = letter;
                to[count++] = letter;
                continue;
            }

            isAfterBackslash = isInQuotes && letter == '\\';
            if (isAfterBackslash) continue;
            if (letter == '"') isInQuotes = !isInQuotes;
            to[count++] = letter;
        }

        return count;
    }

    protected override int Finish(Span<byte> to)
    {
        if (!isAfterBackslash) return 0;
        to[0] = (byte)'\\';
        return 1;
    }
}
