using System.Buffers.Binary;

namespace ResNet.Tests.Networks.Files;

/// <summary>What chance or malice does to files.</summary>
internal static class Mutation
{
    private static readonly string[] hostile =
        ["0", "-1", "1", "2147483647", "2147483648", "4294967296", "9223372036854775807", "9223372036854775808", "1e999", "0.5", "\"x\"",
            "null", "[]", "{}", "true"];

    /// <summary>The file with one thing in it changed; parts may come from other files.</summary>
    public static byte[] Of(byte[] original, byte[][] files, Random random)
    {
        byte[] file = [.. original];
        if (file.Length < 16) return file;
        switch (random.Next(8))
        {
            case 0: return Flipped(file, 0, random);
            case 1: return file[..random.Next(file.Length)];
            case 2: return [.. file, .. new byte[random.Next(1, 9)]];
            case 3:
                ulong length = (ulong)random.NextInt64() >> random.Next(63);
                BinaryPrimitives.WriteUInt64LittleEndian(file, length);
                return file;
            case 4 when HeaderLength(file) >= 0:
                return NetworkBytes.Of(
                NetworkBytes.HeaderOf(file), NetworkBytes.DataOf(files[random.Next(files.Length)]));
            case 5 when HeaderLength(file) >= 0: return WithHostileNumber(file, random);
            default: return Flipped(file, sizeof(ulong) + Math.Max(0, HeaderLength(file)), random);
        }
    }

    /// <summary>The file with some bits turned around, from a byte on.</summary>
    private static byte[] Flipped(byte[] file, int from, Random random)
    {
        for (int flips = random.Next(1, 9); flips > 0 && from < file.Length; flips--)
        {
            file[random.Next(from, file.Length)] ^= (byte)(1 << random.Next(8));
        }
        return file;
    }

    /// <summary>Puts something else in the place of a number of the header.</summary>
    private static byte[] WithHostileNumber(byte[] file, Random random)
    {
        string header = NetworkBytes.HeaderOf(file);
        int[] starts =
            [.. Enumerable.Range(1, header.Length - 1).Where(i => char.IsAsciiDigit(header[i]) && header[i - 1] is ':' or '[' or ',')];
        if (starts.Length == 0) return file;
        int start = starts[random.Next(starts.Length)], end = start;
        while (end < header.Length && char.IsAsciiDigit(header[end])) end++;
        return NetworkBytes.Of(header[..start] + hostile[random.Next(hostile.Length)] + header[end..], NetworkBytes.DataOf(file));
    }

    /// <summary>The header's length, or −1 where there is no such header in the file.</summary>
    private static int HeaderLength(byte[] file)
    {
        ulong length = file.Length < 8 ? ulong.MaxValue : BinaryPrimitives.ReadUInt64LittleEndian(file);
        return length > 1 && length <= (ulong)(file.Length - 8) ? (int)length : -1;
    }
}
