using System.Text;

namespace ResNet.Tabular;

/// <summary>The bytes of a file as UTF-8 without a byte order mark: unpacked, and of whatever encoding they were.</summary>
internal static class CsvInput
{
    /// <summary>What is no text of its encoding becomes this, which is no character and is refused where it stands.</summary>
    public const string NoCharacter = "\uFFFF";

    /// <summary>The first bytes tell the encoding, and what is no CSV at all.</summary>
    private const int StartBytes = 64;

    /// <summary>Small files need no more memory to look at.</summary>
    private const int FirstPeek = 4096;

    /// <summary>The bytes of a file that its layout is found by, more where few lines end among them.</summary>
    private const int SampleBytes = 1 << 16;

    /// <summary>The line ends that are looked for.</summary>
    private const int SampleLines = 4;

    /// <summary>The most bytes that are looked at for several line ends.</summary>
    private const int BytesForLines = 1 << 19;

    /// <summary>The most bytes that are looked at for one.</summary>
    private const int BytesForLine = 1 << 26;

    /// <param name="file">the file's bytes, plain or packed by gzip; it stays open</param>
    /// <param name="options">the encoding, and what stands above the table</param>
    /// <param name="name">the name of the file for messages</param>
    /// <param name="encoding">the encoding of the file</param>
    /// <exception cref="InvalidDataException">the file is no text, or damaged.</exception>
    public static Stream Open(Stream file, CsvOptions options, string name, out Encoding encoding)
    {
        Stream bytes = Peek(file, out byte[] start, StartBytes, leaveOpen: true);
        if (start is [0x1F, 0x8B, ..]) bytes = Peek(new GzipContent(bytes, name), out start, StartBytes);
        encoding = MarkedBy(start) ?? options.Encoding ?? Encoding.UTF8;
        if (encoding.CodePage != Encoding.UTF8.CodePage)
        {
            var decoding = (Encoding)encoding.Clone();
            decoding.DecoderFallback = new DecoderReplacementFallback(NoCharacter);
            bytes = Peek(Encoding.CreateTranscodingStream(bytes, decoding, new UTF8Encoding(false)), out start, StartBytes);
        }

        if (ForeignFile.KindOf(start) is { } kind) throw new InvalidDataException($"{name}: expected CSV text, but the file is {kind}.");
        if (start is [0xEF, 0xBB, 0xBF, ..]) bytes.ReadExactly(new byte[3]);
        return options.LinesAbove is > 0 and int lines ? new LinesLeftOut(bytes, lines) : bytes;
    }

    /// <summary>The same stream, and its first lines.</summary>
    /// <param name="text">the stream</param>
    /// <param name="lines">whole lines, or all there is</param>
    /// <param name="name">the name of the file for messages</param>
    /// <exception cref="InvalidDataException">no line ends within 64 MB.</exception>
    public static Stream PeekLines(Stream text, out byte[] lines, string name)
    {
        int count = SampleBytes;
        text = Peek(text, out lines, count);
        while (lines.Length == count && (count < BytesForLines ? LineEndsIn(lines) < SampleLines : LineEndsIn(lines) == 0))
        {
            if (count == BytesForLine) throw new InvalidDataException($"{name}, line 1: it does not end within 64 MB; is this CSV text?");
            count *= 2;
            text = Peek(text, out lines, count);
        }

        if (lines.Length < count) return text;
        int end = lines.AsSpan().LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
        lines = lines[..end];
        return text;
    }

    /// <summary>The same stream, and how it begins.</summary>
    /// <param name="stream">the stream</param>
    /// <param name="start">the first bytes</param>
    /// <param name="count">the number of first bytes, fewer if there are not so many</param>
    /// <param name="leaveOpen">whether the stream stays open when the one that comes back is closed</param>
    private static ReplayStream Peek(Stream stream, out byte[] start, int count, bool leaveOpen = false)
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

    private static int LineEndsIn(ReadOnlySpan<byte> text) => text.Count((byte)'\n') + text.Count((byte)'\r');

    private static Encoding? MarkedBy(byte[] start) => start switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: start[0] == 0, byteOrderMark: true),
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: start[0] == 0xFE, byteOrderMark: true),
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        _ => null,
    };
}
