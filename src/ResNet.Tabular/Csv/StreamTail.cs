namespace ResNet.Tabular;

/// <summary>A stream of which the last bytes that were read are kept.</summary>
internal sealed class StreamTail(Stream source) : ReadingStream
{
    private readonly byte[] last = [0xFF, 0xFF, 0xFF, 0xFF];

    /// <summary>The last four bytes; ones before the first.</summary>
    public ReadOnlySpan<byte> Last => last;

    public override int Read(Span<byte> buffer)
    {
        int read = source.Read(buffer);
        int taken = Math.Min(read, last.Length);
        last.AsSpan(taken).CopyTo(last);
        buffer[(read - taken)..read].CopyTo(last.AsSpan(last.Length - taken));
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) source.Dispose();
        base.Dispose(disposing);
    }
}
