using System.Buffers.Binary;

namespace ResNet;

/// <summary>A type of numbers that tensors in files hold, little-endian.</summary>
internal sealed class TensorType
{
    public static readonly TensorType F32 = new("F32", sizeof(float), BinaryPrimitives.ReadSingleLittleEndian);

    private static readonly TensorType[] all =
    [
        F32,
        new("F64", sizeof(double), bytes => (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes)),
        new("F16", sizeof(short), bytes => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes)),

        // the upper half of a float
        new("BF16", sizeof(short), bytes => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadInt16LittleEndian(bytes) << 16)),
    ];

    private TensorType(string name, int size, Func<ReadOnlySpan<byte>, float> read)
    {
        Name = name;
        Size = size;
        Read = read;
    }

    public string Name { get; }

    /// <summary>Bytes of a number.</summary>
    public int Size { get; }

    /// <summary>The number that begins these bytes.</summary>
    public Func<ReadOnlySpan<byte>, float> Read { get; }

    public static TensorType Named(string name) => all.FirstOrDefault(type => type.Name == name)
        ?? throw new InvalidDataException($"There is no number type '{name}' here, only {string.Join(", ", all.Select(type => type.Name))}.");
}
