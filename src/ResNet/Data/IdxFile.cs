using System.Buffers.Binary;
using System.IO.Compression;

namespace ResNet;

/// <summary>
/// Reads IDX files of unsigned bytes, plain or gzipped: two zero bytes, the element type, the number of dimensions, each
/// dimension as a big-endian 32-bit number, then the elements.
/// </summary>
internal static class IdxFile
{
    private const byte UnsignedByte = 0x08;
    private const int MagicLength = 4;
    private const int ChunkLength = 64 * 1024;

    /// <summary>Reads the whole file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is not exactly what its header says, or not an IDX file of bytes.</exception>
    internal static IdxArray Read(string path)
    {
        // A header may claim anything, so no memory of that size is allocated before the elements have been counted.
        int[] dimensions = CheckLength(path);
        long length = Product(path, dimensions);
        byte[] header = new byte[MagicLength + sizeof(int) * dimensions.Length];
        CheckGzipEnd(path, header.Length + length);

        using Stream stream = Open(path);
        Fill(path, stream, header, "the header");
        byte[] elements = GC.AllocateUninitializedArray<byte>((int)length);
        Fill(path, stream, elements, "the elements");
        return new IdxArray(dimensions, elements);
    }

    private static int[] CheckLength(string path)
    {
        using Stream stream = Open(path);
        int[] dimensions = ReadDimensions(path, stream);
        long expected = Product(path, dimensions);

        byte[] chunk = new byte[ChunkLength];
        long counted = 0;
        int read;
        do
        {
            read = ReadUpTo(path, stream, chunk);
            counted += read;
        }
        while (read == chunk.Length && counted <= expected);

        if (counted != expected)
        {
            string found = counted < expected ? $"it ends after {counted}" : "more follow";
            throw new InvalidDataException(
                $"'{path}': expected {expected} bytes after the header ({string.Join(" × ", dimensions)}), but {found}.");
        }

        return dimensions;
    }

    /// <summary>A gzip file ends with the length of its content, modulo 2^32. Files of several gzip parts are refused too.</summary>
    private static void CheckGzipEnd(string path, long length)
    {
        using FileStream file = File.OpenRead(path);
        if (!IsGzip(file))
        {
            return;
        }

        // GZipStream ignores a truncated checksum and bytes after the end.
        byte[] end = new byte[sizeof(uint)];
        file.Seek(-end.Length, SeekOrigin.End);
        Fill(path, file, end, "the end of the gzip file");
        uint stated = BinaryPrimitives.ReadUInt32LittleEndian(end);
        if (stated != (uint)length)
        {
            throw new InvalidDataException(
                $"'{path}': expected one valid gzip file that ends with the length of its content, {(uint)length}, but it ends with " +
                $"{stated}; it is truncated, or more follows.");
        }
    }

    private static int[] ReadDimensions(string path, Stream stream)
    {
        byte[] magic = new byte[MagicLength];
        Fill(path, stream, magic, "the magic number");
        if (magic[0] != 0 || magic[1] != 0 || magic[2] != UnsignedByte || magic[3] == 0)
        {
            throw new InvalidDataException(
                $"'{path}': expected an IDX file of unsigned bytes, which begins with 00 00 08 and the number of dimensions " +
                $"(at least 1), but it begins with {BitConverter.ToString(magic).Replace('-', ' ')}.");
        }

        byte[] sizes = new byte[sizeof(int) * magic[3]];
        Fill(path, stream, sizes, "the sizes of the dimensions");
        int[] dimensions = new int[magic[3]];
        for (int i = 0; i < dimensions.Length; i++)
        {
            uint size = BinaryPrimitives.ReadUInt32BigEndian(sizes.AsSpan(sizeof(int) * i));
            if (size == 0 || size > Array.MaxLength)
            {
                throw new InvalidDataException($"'{path}': expected sizes between 1 and {Array.MaxLength}, but dimension {i} is {size}.");
            }

            dimensions[i] = (int)size;
        }

        return dimensions;
    }

    private static long Product(string path, int[] dimensions)
    {
        long product = 1;
        foreach (int size in dimensions)
        {
            // Both factors are below 2^31, so the product cannot overflow before it is checked.
            product *= size;
            if (product > Array.MaxLength)
            {
                throw new InvalidDataException(
                    $"'{path}': expected at most {Array.MaxLength} elements, but its header states {string.Join(" × ", dimensions)}.");
            }
        }

        return product;
    }

    private static Stream Open(string path)
    {
        FileStream file = File.OpenRead(path);
        try
        {
            return IsGzip(file) ? new GZipStream(file, CompressionMode.Decompress) : file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static bool IsGzip(FileStream file)
    {
        bool gzipped = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return gzipped;
    }

    private static void Fill(string path, Stream stream, byte[] buffer, string what)
    {
        int read = ReadUpTo(path, stream, buffer);
        if (read < buffer.Length)
        {
            throw new InvalidDataException($"'{path}': expected {buffer.Length} bytes for {what}, but it ends after {read}.");
        }
    }

    private static int ReadUpTo(string path, Stream stream, byte[] buffer)
    {
        try
        {
            return stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"'{path}': expected a valid gzip file, but its compressed data is corrupt.", exception);
        }
    }
}
