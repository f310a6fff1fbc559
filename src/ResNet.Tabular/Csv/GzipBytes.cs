using System.Buffers.Binary;
using System.IO.Compression;

namespace ResNet.Tabular;

/// <summary>What is packed in a gzip file.</summary>
internal sealed class GzipBytes : ReadingStream
{
    private readonly StreamTail packed;
    private readonly GZipStream bytes;
    private long count;

    /// <param name="packed">the file</param>
    public GzipBytes(Stream packed)
    {
        this.packed = new StreamTail(packed);
        bytes = new GZipStream(this.packed, CompressionMode.Decompress);
    }

    public override int Read(Span<byte> buffer)
    {
        int read = bytes.Read(buffer);
        count += read;
        if (read == 0 && buffer.Length > 0) RefuseCut();
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) bytes.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>
    /// The file ends with the length of its last part, modulo 2³², which is all of it nearly always. Where it is cut, other bytes stand
    /// there, and GZipStream tells of no error.
    /// </summary>
    private void RefuseCut()
    {
        uint last = BinaryPrimitives.ReadUInt32LittleEndian(packed.Last);
        if (count <= uint.MaxValue && last > count) throw new InvalidDataException("the gzip data is cut off");
    }
}
