namespace ResNet.Tabular;

/// <summary>Rewrites what a stream gives to what a CSV reader understands, byte by byte.</summary>
internal abstract class RewritingStream(Stream source) : ReadingStream
{
    private readonly byte[] input = new byte[1 << 15];
    private readonly byte[] output = new byte[(1 << 15) + 8];
    private int first;
    private int end;
    private bool isOver;

    public override int Read(Span<byte> buffer)
    {
        while (first == end && !isOver)
        {
            int count = source.Read(input);
            isOver = count == 0;
            first = 0;
            end = isOver ? Finish(output) : Rewrite(input.AsSpan(0, count), output);
        }

        int taken = Math.Min(end - first, buffer.Length);
        output.AsSpan(first, taken).CopyTo(buffer);
        first += taken;
        return taken;
    }

    /// <summary>Rewrites a piece; what it means may depend on the pieces before.</summary>
    /// <param name="from">the piece</param>
    /// <param name="to">receives as many bytes at most, and two more</param>
    /// <returns>the number of bytes written</returns>
    protected abstract int Rewrite(ReadOnlySpan<byte> from, Span<byte> to);

    /// <summary>Writes what was kept back at the end: at most two bytes.</summary>
    protected virtual int Finish(Span<byte> to) => 0;

    protected override void Dispose(bool disposing)
    {
        if (disposing) source.Dispose();
        base.Dispose(disposing);
    }
}
