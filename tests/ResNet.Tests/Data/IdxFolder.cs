using System.Buffers.Binary;
using System.IO.Compression;

namespace ResNet.Tests.Data;

/// <summary>A temporary folder of IDX files, written as the tests ask for them.</summary>
public sealed class IdxFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("idx").FullName;

    public static byte[] Idx(long[] dimensions, byte[] elements, byte elementType = 0x08)
    {
        byte[] header = new byte[4 + 4 * dimensions.Length];
        header[2] = elementType;
        header[3] = (byte)dimensions.Length;
        for (int i = 0; i < dimensions.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4 + 4 * i), (uint)dimensions[i]);
        }

        return [.. header, .. elements];
    }

    public static byte[] Gzip(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return compressed.ToArray();
    }

    public string Path(string name) => System.IO.Path.Combine(folder, name);

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(Path(name), content);
        return Path(name);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
