using System.Buffers.Binary;
using System.Text;

namespace ResNet.Tests.Networks.Files;

/// <summary>Networks as the bytes of their files, and files put together by hand.</summary>
internal static class NetworkBytes
{
    private const int PrefixLength = sizeof(ulong);

    public static byte[] Of(Network network)
    {
        using var stream = new MemoryStream();
        network.Save(stream);
        return stream.ToArray();
    }

    public static byte[] Of(string header, params byte[] data) =>
        [.. BitConverter.GetBytes((ulong)Encoding.UTF8.GetByteCount(header)), .. Encoding.UTF8.GetBytes(header), .. data];

    public static byte[] Floats(params float[] values) => [.. values.SelectMany(BitConverter.GetBytes)];

    public static string HeaderOf(byte[] file) => Encoding.UTF8.GetString(file, PrefixLength, HeaderLength(file));

    public static byte[] DataOf(byte[] file) => file[(PrefixLength + HeaderLength(file))..];

    /// <summary>The file with some text of its header replaced, and the header's length set right.</summary>
    public static byte[] Replace(byte[] file, string old, string replacement)
    {
        HeaderOf(file).Should().Contain(old);
        return Of(HeaderOf(file).Replace(old, replacement, StringComparison.Ordinal), DataOf(file));
    }

    public static Network Load(byte[] file) => Network.Load(new MemoryStream(file));

    private static int HeaderLength(byte[] file) => (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
}
