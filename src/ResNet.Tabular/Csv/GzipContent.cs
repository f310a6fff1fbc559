using System.IO.Compression;

namespace ResNet.Tabular;

/// <summary>
/// The content of a gzip file, which must be whole. GZipStream takes the end of a file for the end of its content and ignores what
/// follows; so another part is put behind the file's, and its content must come out last.
/// </summary>
internal sealed class GzipContent : ReadingStream
{
    private static readonly byte[] seal = [.. "\0the end"u8];

    private readonly GZipStream content;
    private readonly string name;
    private readonly byte[] buffer = new byte[1 << 16];
    private int first;
    private int end;
    private bool isOver;

    /// <param name="packed">the file's bytes</param>
    /// <param name="name">the name of the file for messages</param>
    public GzipContent(Stream packed, string name)
    {
        content = new GZipStream(new JoinedStream(packed, new MemoryStream(Packed(seal))), CompressionMode.Decompress);
        this.name = name;
    }

    /// <exception cref="InvalidDataException">the file is no valid gzip file, or not all of it is there.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (!isOver && end - first <= seal.Length) Fill();
        int taken = Math.Min(buffer.Length, isOver ? end - first : end - first - seal.Length);
        this.buffer.AsSpan(first, taken).CopyTo(buffer);
        first += taken;
        return taken;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) content.Dispose();
        base.Dispose(disposing);
    }

    private void Fill()
    {
        buffer.AsSpan(first..end).CopyTo(buffer);
        (first, end) = (0, end - first);
        int read;
        try
        {
            read = content.Read(buffer.AsSpan(end));
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{name}: the gzip data is damaged or cut off.", exception);
        }

        end += read;
        isOver = read == 0;
        if (!isOver) return;
        if (!buffer.AsSpan(..end).EndsWith(seal))
        {
            throw new InvalidDataException($"{name}: the gzip data is cut off, or other bytes follow it.");
        }

        end -= seal.Length;
    }

    private static byte[] Packed(byte[] content)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(content);
        return packed.ToArray();
    }
}
