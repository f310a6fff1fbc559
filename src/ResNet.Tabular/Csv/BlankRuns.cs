namespace ResNet.Tabular;

/// <summary>Makes one tab of every run of blanks and tabs between cells, and drops those at the ends of lines.</summary>
internal sealed class BlankRuns(Stream source) : RewritingStream(source)
{
    /// <summary>What separates cells afterwards.</summary>
    public const char Separator = '\t';

    private bool isInLine;
    private bool isInQuotes;
    private bool hasBlank;

    protected override int Rewrite(ReadOnlySpan<byte> from, Span<byte> to)
    {
        int count = 0;
        foreach (byte letter in from)
        {
            if (!isInQuotes && letter is ((byte)' ' or (byte)'\t'))
            {
                hasBlank = true;
                continue;
            }

            bool isLineEnd = !isInQuotes && letter is ((byte)'\n' or (byte)'\r');
            if (hasBlank && isInLine && !isLineEnd) to[count++] = (byte)Separator;
            hasBlank = false;
            isInLine = !isLineEnd;
            if (letter == '"') isInQuotes = !isInQuotes;
            to[count++] = letter;
        }

        return count;
    }
}
