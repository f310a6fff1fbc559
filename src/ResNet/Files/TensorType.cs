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

    private TensorType(string name, int size = 0, Func<ReadOnlySpan<byte>, float>? read = null)
    {
        Name = name;
        Size = size;
        Read = read;
    }

    /// <summary>The names of those that can be read.</summary>
    public static string Supported => string.Join(", ", all.Select(type => type.Name));

    public string Name { get; }

    /// <summary>Bytes per number; 0 where that is not known.</summary>
    public int Size { get; }

    /// <summary>Reads the number at the start of these bytes; null where numbers of this type cannot be read.</summary>
    public Func<ReadOnlySpan<byte>, float>? Read { get; }

    public static TensorType Named(string name) => all.FirstOrDefault(type => type.Name == name) ?? new TensorType(name);
}
