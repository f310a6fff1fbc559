using System.Buffers.Binary;

namespace ResNet;

/// <summary>
/// Files in the safetensors format (https://huggingface.co/docs/safetensors): the header's length as a little-endian 64-bit
/// number, the header, and the tensors' numbers. Streams are read once, from start to end.
/// </summary>
internal static class SafetensorsFile
{
    /// <summary>The longest header, in bytes.</summary>
    public const int LongestHeader = 100_000_000;

    private const int ChunkLength = 16 * 1024;

    /// <summary>Reads from a file; messages about invalid data then name it.</summary>
    public static T Open<T>(string path, Func<Stream, T> read)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = File.OpenRead(path);
        try
        {
            return read(file);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"'{path}': {exception.Message}", exception);
        }
    }

    /// <summary>Reads the header.</summary>
    public static SafetensorsHeader ReadHeader(Stream stream)
    {
        byte[] prefix = new byte[sizeof(ulong)];
        int read = stream.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        bool fits = length <= LongestHeader;
        byte[] header = ReadBytes(stream, fits ? (int)length : ForeignFile.StartLength);
        bool mayBeForeign = !fits || !SafetensorsHeader.MayBegin(header);
        if (mayBeForeign && ForeignFile.KindOf([.. prefix[..read], .. header.Take(ForeignFile.StartLength)]) is { } kind)
        {
            throw new InvalidDataException($"The file is not in the safetensors format; it seems to be {kind}.");
        }

        if (read < prefix.Length)
        {
            string end = read == 0 ? ": it is empty." : ".";
            throw new InvalidDataException($"The file is cut off within its first 8 bytes, the length of the header{end}");
        }

        if (!fits)
        {
            throw new InvalidDataException(
                $"The header would have {length} bytes, but the format allows {LongestHeader}; this may be another type of file.");
        }

        return header.Length == (int)length
            ? SafetensorsHeader.Parse(header)
            : throw new InvalidDataException(
                $"The header should have {length} bytes, but the file is cut off after {header.Length} of them.");
    }

    /// <summary>
    /// Reads the tensors after the header, by name, but for others, which are passed over. Allocates memory as bytes arrive, whatever
    /// the header claims.
    /// </summary>
    public static Dictionary<string, float[]> ReadTensors(
        Stream stream, SafetensorsHeader header, IReadOnlyDictionary<string, TensorEntry> others)
    {
        var tensors = new Dictionary<string, float[]>();
        foreach (TensorEntry tensor in header.Tensors)
        {
            if (others.ContainsKey(tensor.Name)) tensor.PassOver(stream);
            else tensors.Add(tensor.Name, tensor.Read(stream));
        }

        if (stream.ReadByte() >= 0) throw new InvalidDataException("More bytes follow the last tensor.");
        return tensors;
    }

    /// <summary>Writes texts and tensors, whose values are given in column-major order.</summary>
    public static void Write(
        Stream stream, IReadOnlyDictionary<string, string> texts, IReadOnlyList<(TensorShape Shape, Memory<float> Values)> tensors)
    {
        List<TensorEntry> entries = [];
        long end = 0;
        foreach ((TensorShape shape, Memory<float> values) in tensors)
        {
            entries.Add(new TensorEntry(shape.Name, TensorType.F32, shape.Sizes, end, end += (long)sizeof(float) * values.Length));
        }

        byte[] json = new SafetensorsHeader(texts, entries).ToJson();
        if (json.Length > LongestHeader)
        {
            throw new InvalidOperationException(
                $"The file's header would have {json.Length} bytes, but the format allows {LongestHeader}.");
        }

        byte[] prefix = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)json.Length);
        stream.Write(prefix);
        stream.Write(json);
        foreach ((TensorShape shape, Memory<float> values) in tensors) Write(stream, shape.ToRows(values.Span));
    }

    private static void Write(Stream stream, ReadOnlySpan<float> values)
    {
        byte[] chunk = new byte[ChunkLength];
        while (values.Length > 0)
        {
            int count = Math.Min(values.Length, chunk.Length / sizeof(float));
            for (int i = 0; i < count; i++) BinaryPrimitives.WriteSingleLittleEndian(chunk.AsSpan(sizeof(float) * i), values[i]);
            stream.Write(chunk, 0, sizeof(float) * count);
            values = values[count..];
        }
    }

    /// <summary>As many bytes as there are, up to a number. Allocates memory as they arrive.</summary>
    private static byte[] ReadBytes(Stream stream, int most)
    {
        byte[] bytes = new byte[Math.Min(most, ChunkLength)];
        for (int done = 0; ;)
        {
            done += stream.ReadAtLeast(bytes.AsSpan(done), bytes.Length - done, throwOnEndOfStream: false);
            if (done < bytes.Length) return bytes[..done];
            if (done == most) return bytes;
            Array.Resize(ref bytes, (int)Math.Min(most, 2L * bytes.Length));
        }
    }
}
