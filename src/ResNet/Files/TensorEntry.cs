namespace ResNet;

/// <summary>What a file's header says of a tensor.</summary>
/// <param name="Name">the tensor's name</param>
/// <param name="Type">the type of its numbers</param>
/// <param name="Sizes">its shape, the slowest dimension first</param>
/// <param name="Begin">the offset of its first byte, from the end of the header</param>
/// <param name="End">the offset after its last byte</param>
internal sealed record TensorEntry(string Name, TensorType Type, IReadOnlyList<long> Sizes, long Begin, long End)
{
    private const int ChunkLength = 16 * 1024;

    public string Shape => $"[{string.Join(", ", Sizes)}]";

    private long Count => (End - Begin) / Type.Size;

    /// <summary>Refuses a tensor whose bytes do not match its shape, where its type tells how many they are.</summary>
    public void Check()
    {
        if (Type.Read is null)
        {
            if (Begin > End) throw new InvalidDataException($"'{Name}' ends at {End}, before it begins at {Begin}.");
            return;
        }

        long count = 1;
        foreach (long size in Sizes)
        {
            if (size > 0 && count > long.MaxValue / Type.Size / size) throw TooMany();
            count *= size;
        }

        if (Begin > End || End - Begin != count * Type.Size)
        {
            throw new InvalidDataException(
                $"'{Name}' is {Shape} of {Type.Name}, {count * Type.Size} bytes, but its bytes are from {Begin} to {End}.");
        }
    }

    /// <summary>Refuses a tensor of which no array can be read.</summary>
    public void CheckReadable()
    {
        if (Type.Read is null)
        {
            throw new InvalidDataException(
                $"'{Name}' cannot be read: the number type '{Type.Name}' is not supported, only {TensorType.Supported}.");
        }

        if (Count > Array.MaxLength) throw TooMany();
    }

    /// <summary>Reads the values of a readable tensor. Allocates memory as bytes arrive, whatever the header claims.</summary>
    public float[] Read(Stream stream)
    {
        int total = (int)Count;
        float[] values = new float[Math.Min(total, ChunkLength / Type.Size)];
        Span<byte> chunk = stackalloc byte[values.Length * Type.Size]; // at most ChunkLength
        for (int done = 0; done < total;)
        {
            int count = Math.Min(chunk.Length / Type.Size, total - done);
            Span<byte> bytes = chunk[..(count * Type.Size)];
            Fill(bytes, stream);
            if (done + count > values.Length) Array.Resize(ref values, (int)Math.Min(total, 2L * values.Length));
            for (int i = 0; i < count; i++) values[done + i] = Type.Read!(bytes[(i * Type.Size)..]);
            done += count;
        }

        return values;
    }

    /// <summary>Reads the bytes of any tensor and keeps nothing.</summary>
    public void PassOver(Stream stream)
    {
        Span<byte> chunk = stackalloc byte[ChunkLength];
        for (long left = End - Begin; left > 0; left -= chunk.Length)
        {
            if (left < chunk.Length) chunk = chunk[..(int)left];
            Fill(chunk, stream);
        }
    }

    private void Fill(Span<byte> bytes, Stream stream)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw new InvalidDataException($"The file is cut off within '{Name}'.");
        }
    }

    private InvalidDataException TooMany() => new($"'{Name}' would be {Shape}, more values than an array can hold.");
}
