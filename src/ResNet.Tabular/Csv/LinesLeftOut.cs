namespace ResNet.Tabular;

/// <summary>Makes the first lines of a text blank, so that those below keep their numbers.</summary>
/// <param name="source">the text</param>
/// <param name="lines">the number of lines</param>
internal sealed class LinesLeftOut(Stream source, int lines) : RewritingStream(source)
{
    private int left = lines;
    private bool isAfterReturn;

    protected override int Rewrite(ReadOnlySpan<byte> from, Span<byte> to)
    {
        int read = 0, count = 0;
        while (read < from.Length && (left > 0 || isAfterReturn))
        {
            byte letter = from[read];
            bool isReturn = letter == '\r', isLineEnd = letter == '\n';
            if (left == 0 && !isLineEnd) break;
            read++;
            if (isReturn || isLineEnd) to[count++] = letter;
            if (isReturn || (isLineEnd && !isAfterReturn)) left--;
            isAfterReturn = isReturn;
        }

        if (read < from.Length) isAfterReturn = false;
        from[read..].CopyTo(to[count..]);
        return count + from.Length - read;
    }
}
