namespace ResNet.Tabular;

/// <summary>Bytes that were read already, and then the rest of the stream that they came from.</summary>
internal sealed class ReplayStream(ReadOnlyMemory<byte> head, Stream rest, bool leaveOpen) : ReadingStream
{
    private ReadOnlyMemory<byte> head = head;

    public override int Read(Span<byte> buffer)
    {
        if (head.IsEmpty) return rest.Read(buffer);
        int count = Math.Min(head.Length, buffer.Length);
        head.Span[..count].CopyTo(buffer);
        head = head[count..];
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !leaveOpen) rest.Dispose();
        base.Dispose(disposing);
    }
}
