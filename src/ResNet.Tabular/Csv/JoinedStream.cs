namespace ResNet.Tabular;

/// <summary>One stream, and then another.</summary>
internal sealed class JoinedStream(Stream first, Stream second) : ReadingStream
{
    private bool isFirstOver;

    public override int Read(Span<byte> buffer)
    {
        int count = isFirstOver ? 0 : first.Read(buffer);
        isFirstOver |= count == 0 && buffer.Length > 0;
        return isFirstOver ? second.Read(buffer) : count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            first.Dispose();
            second.Dispose();
        }

        base.Dispose(disposing);
    }
}
