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

    private int Count => (int)((End - Begin) / Type.Size);

    /// <summary>Refuses a tensor whose bytes do not match its shape, or that no array can hold.</summary>
    public void Check()
    {
        long count = 1;
        foreach (long size in Sizes)
        {
            if (size > 0 && count > Array.MaxLength / size)
            {
                throw new InvalidDataException($"'{Name}' would be {Shape}, more values than an array can hold.");
            }

            count *= size;
        }

        if (Begin > End || End - Begin != count * Type.Size)
        {
            throw new InvalidDataException(
                $"'{Name}' is {Shape} of {Type.Name}, {count * Type.Size} bytes, but its bytes are from {Begin} to {End}.");
        }
    }

    /// <summary>Reads the values from the stream. Allocates memory as bytes arrive, whatever the header claims.</summary>
    public float[] Read(Stream stream)
    {
        float[] values = new float[Math.Min(Count, ChunkLength / Type.Size)];
        Span<byte> chunk = stackalloc byte[values.Length * Type.Size]; // at most ChunkLength
        for (int done = 0; done < Count;)
        {
            int count = Math.Min(chunk.Length / Type.Size, Count - done);
            Span<byte> bytes = chunk[..(count * Type.Size)];
            if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            {
                throw new InvalidDataException($"The file is cut off within '{Name}'.");
            }

            if (done + count > values.Length) Array.Resize(ref values, (int)Math.Min(Count, 2L * values.Length));
            for (int i = 0; i < count; i++) values[done + i] = Type.Read(bytes[(i * Type.Size)..]);
            done += count;
        }

        return values;
    }
}
