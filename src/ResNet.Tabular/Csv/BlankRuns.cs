namespace ResNet.Tabular;

/// <summary>Makes one tab of every run of blanks and tabs between cells, and drops those at the ends of lines.</summary>
/// <param name="source">the text</param>
/// <param name="start">where the text begins</param>
internal sealed class BlankRuns(Stream source, CsvPlace start) : RewritingStream(source)
{
    /// <summary>What separates cells afterwards.</summary>
    public const char Separator = '\t';

    private CsvPlace place = start;
    private bool isInLine;
    private bool hasBlank;

    protected override int Rewrite(ReadOnlySpan<byte> from, Span<byte> to)
    {
        int count = 0;
        foreach (byte letter in from)
        {
            bool isQuoted = place.IsQuoted;
            place.Pass(letter);
            if (!isQuoted && letter is ((byte)' ' or (byte)'\t'))
            {
                hasBlank = true;
                continue;
            }

            bool isLineEnd = !isQuoted && letter is ((byte)'\n' or (byte)'\r');
            if (hasBlank && isInLine && !isLineEnd) to[count++] = (byte)Separator;
            hasBlank = false;
            isInLine = !isLineEnd;
            to[count++] = letter;
        }

        return count;
    }
}
