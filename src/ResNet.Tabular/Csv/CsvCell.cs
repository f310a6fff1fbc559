using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace ResNet.Tabular;

/// <summary>The text of a cell.</summary>
internal static class CsvCell
{
    /// <summary>A text without the blanks of any kind around it, such as no-break spaces and line breaks within quotes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> text) =>
        text.IsEmpty || (IsLetter(text[0]) && IsLetter(text[^1])) ? text : TrimmedBlanks(text);

    private static bool IsLetter(byte letter) => (uint)(letter - '!') < 0x7F - '!';

    private static ReadOnlySpan<byte> TrimmedBlanks(ReadOnlySpan<byte> text)
    {
        while (Rune.DecodeFromUtf8(text, out Rune rune, out int length) == OperationStatus.Done && IsBlank(rune)) text = text[length..];
        while (Rune.DecodeLastFromUtf8(text, out Rune rune, out int length) == OperationStatus.Done && IsBlank(rune))
        {
            text = text[..^length];
        }

        return text;
    }

    private static bool IsBlank(Rune rune) => Rune.IsWhiteSpace(rune) || rune.Value == 0xFEFF;
}
