using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace ResNet.Samples;

/// <summary>
/// Samples as lines of numbers, separated by commas. Blank lines are skipped, and so is the first line if none of its cells is a
/// number.
/// </summary>
/// <param name="input">the lines, in UTF-8</param>
/// <param name="features">the number of numbers in a line</param>
internal sealed class SampleLines(Stream input, int features)
{
    private const int FirstLength = 1 << 20;

    /// <summary>Bytes per cell in the longest line that is accepted.</summary>
    private const int LongestCell = 1024;

    private const int LongestQuote = 40;
    private static readonly byte[] byteOrderMark = [0xef, 0xbb, 0xbf];

    private readonly List<float> numbers = [];
    private readonly List<long> lines = [];
    private byte[] buffer = new byte[FirstLength];
    private int length;
    private long line;
    private bool isFirst = true, isAtEnd;
    private InvalidDataException? broken;

    /// <summary>The number of samples that were read.</summary>
    public int Count => lines.Count;

    /// <summary>Their numbers, one sample after the other.</summary>
    public ReadOnlySpan<float> Numbers => CollectionsMarshal.AsSpan(numbers);

    /// <summary>The line of a sample, from 1.</summary>
    public long LineOf(int sample) => lines[sample];

    /// <summary>Waits for at least one sample, and reads all that have arrived.</summary>
    /// <returns>false at the end</returns>
    /// <exception cref="InvalidDataException">a line is invalid; the samples before it have been read.</exception>
    public bool Read()
    {
        numbers.Clear();
        lines.Clear();
        while (Count == 0 && broken is null && !isAtEnd)
        {
            Fill();
            try
            {
                ParseLines();
            }
            catch (InvalidDataException exception)
            {
                broken = exception;
            }
        }

        return Count > 0 || (broken is null ? false : throw broken);
    }

    private void Fill()
    {
        if (length == buffer.Length) Array.Resize(ref buffer, 2 * length);
        int count = input.Read(buffer, length, buffer.Length - length);
        length += count;
        isAtEnd = count == 0;
    }

    private void ParseLines()
    {
        ReadOnlySpan<byte> rest = buffer.AsSpan(0, length);
        for (int end; (end = rest.IndexOf((byte)'\n')) >= 0; rest = rest[(end + 1)..]) ParseLine(rest[..end]);
        if (isAtEnd) ParseLine(rest);
        else if (rest.Length >= Math.Max(FirstLength, (long)LongestCell * features))
        {
            line++;
            throw Broken($"expected {features} numbers, but found no end after {rest.Length} bytes");
        }

        rest.CopyTo(buffer);
        length = rest.Length;
    }

    private void ParseLine(ReadOnlySpan<byte> text)
    {
        line++;
        if (line == 1 && text.StartsWith(byteOrderMark)) text = text[byteOrderMark.Length..];
        text = text.Trim(" \t\r"u8);
        if (text.IsEmpty) return;
        bool mayBeHeader = isFirst;
        isFirst = false;
        if (mayBeHeader && IsHeader(text)) return;

        int cells = text.Count((byte)',') + 1;
        if (cells != features) throw Broken($"expected {features} numbers, but found {cells}");
        int column = 0, before = numbers.Count;
        foreach (Range cell in text.Split((byte)','))
        {
            column++;
            if (TryParse(text[cell], out float number))
            {
                numbers.Add(number);
                continue;
            }

            numbers.RemoveRange(before, numbers.Count - before);
            throw Broken($"expected a number in column {column}, but found '{Quote(text[cell])}'");
        }

        lines.Add(line);
    }

    private static bool IsHeader(ReadOnlySpan<byte> text)
    {
        foreach (Range cell in text.Split((byte)','))
        {
            if (TryParse(text[cell], out _)) return false;
        }

        return true;
    }

    private static bool TryParse(ReadOnlySpan<byte> cell, out float number) =>
        float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && float.IsFinite(number);

    private static string Quote(ReadOnlySpan<byte> cell)
    {
        string text = Encoding.UTF8.GetString(cell.Trim((byte)' '));
        return text.Length <= LongestQuote ? text : $"{text[..LongestQuote]}…";
    }

    private InvalidDataException Broken(string trouble) => new($"line {line}: {trouble}.");
}
