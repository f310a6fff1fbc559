using System.Text;

namespace ResNet.Tabular;

/// <summary>The bytes of a file as UTF-8 without a byte order mark: unpacked, and of whatever encoding they were.</summary>
internal static class CsvInput
{
    private const int LongestMark = 4;

    /// <summary>Small files need no more memory to look at.</summary>
    private const int FirstPeek = 4096;

    /// <param name="file">the file's bytes, plain or packed by gzip; it stays open</param>
    /// <param name="options">the encoding and how quotes are written</param>
    public static Stream Open(Stream file, CsvOptions options)
    {
        Stream bytes = Peek(file, out byte[] start, leaveOpen: true);
        if (start is [0x1F, 0x8B, ..]) bytes = Peek(new GzipBytes(bytes), out start);
        Encoding encoding = EncodingOf(start) ?? options.Encoding ?? Encoding.UTF8;
        if (encoding.CodePage != Encoding.UTF8.CodePage)
        {
            var strict = (Encoding)encoding.Clone();
            strict.DecoderFallback = DecoderFallback.ExceptionFallback;
            bytes = Peek(Encoding.CreateTranscodingStream(bytes, strict, new UTF8Encoding(false)), out start);
        }

        if (start is [0xEF, 0xBB, 0xBF, ..]) bytes.ReadExactly(new byte[3]);
        return options.BackslashQuotes ? new BackslashQuotes(bytes) : bytes;
    }

    /// <summary>The same stream, and how it begins.</summary>
    /// <param name="stream">the stream</param>
    /// <param name="start">the first bytes</param>
    /// <param name="count">the number of first bytes, fewer if there are not so many</param>
    /// <param name="leaveOpen">whether the stream stays open when the one that comes back is closed</param>
    public static Stream Peek(Stream stream, out byte[] start, int count = LongestMark, bool leaveOpen = false)
    {
        start = new byte[Math.Min(count, FirstPeek)];
        int length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        while (length == start.Length && length < count)
        {
            Array.Resize(ref start, Math.Min(count, 4 * length));
            length += stream.ReadAtLeast(start.AsSpan(length), start.Length - length, throwOnEndOfStream: false);
        }

        Array.Resize(ref start, length);
        return new ReplayStream(start, stream, leaveOpen);
    }

    private static Encoding? EncodingOf(byte[] start) => start switch
    {
        [0xFF, 0xFE, 0, 0] or [0, 0, 0xFE, 0xFF] => new UTF32Encoding(bigEndian: start[0] == 0, byteOrderMark: true),
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: start[0] == 0xFE, byteOrderMark: true),
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        _ => null,
    };
}
