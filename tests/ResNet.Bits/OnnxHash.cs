using ResNet.Onnx;

namespace ResNet.Bits;

/// <summary>A digest of an ONNX file but for its doc string and the versions of what wrote it.</summary>
internal static class OnnxHash
{
    private const int ProducerVersion = 3;
    private const int DocString = 6;

    public static string Of(Network network)
    {
        var file = new MemoryStream();
        network.ExportOnnx(file);
        ReadOnlySpan<byte> bytes = file.ToArray();
        List<byte> kept = [];
        while (bytes.Length > 0)
        {
            ReadOnlySpan<byte> field = bytes;
            ulong key = Number(ref bytes);
            ulong value = Number(ref bytes); // of a field with a length, which all but numbers are, the length
            if ((key & 7) == 2) bytes = bytes[(int)value..];
            if (key >> 3 is not (ProducerVersion or DocString)) kept.AddRange(field[..^bytes.Length]);
        }

        return Digest.Of(kept.ToArray().AsSpan());
    }

    /// <summary>The variable-length number that the bytes begin with, which are then gone.</summary>
    private static ulong Number(ref ReadOnlySpan<byte> bytes)
    {
        ulong number = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = bytes[0];
            bytes = bytes[1..];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return number;
        }
    }
}
