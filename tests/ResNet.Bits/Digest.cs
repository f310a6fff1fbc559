using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ResNet.Bits;

/// <summary>Short digests of bytes and of numbers' bits.</summary>
internal static class Digest
{
    private const int Length = 6;

    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, Length));

    public static string Of<T>(T[] numbers)
        where T : unmanaged => Of(MemoryMarshal.AsBytes(numbers.AsSpan()));
}
