using System.Buffers.Binary;

namespace ResNet;

/// <summary>A number type of tensors in files, little-endian.</summary>
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

    /// <summary>Bytes per number.</summary>
    public int Size { get; }

    /// <summary>Reads the number at the start of these bytes.</summary>
    public Func<ReadOnlySpan<byte>, float> Read { get; }

    public static TensorType Named(string name) => all.FirstOrDefault(type => type.Name == name)
        ?? throw new InvalidDataException($"The number type '{name}' is not supported, only {string.Join(", ", all.Select(type => type.Name))}.");
}
