using System.Buffers;
using System.Text;

namespace ResNet;

/// <summary>What a file in another format seems to be.</summary>
internal static class ForeignFile
{
    /// <summary>How many bytes of a file are enough to tell.</summary>
    public const int StartLength = 512;

    private const string Zip = "a zip archive, such as a PyTorch file (.pt, .pth) or a NumPy one (.npz)";
    private const string Pickle = "a Python pickle, such as an old PyTorch file (.pt, .pth)";

    /// <summary>The bytes that files begin with, a letter each.</summary>
    private static readonly (string Start, string Kind)[] kinds =
    [
        ("PK\u0003\u0004", Zip),
        ("PK\u0005\u0006", Zip), // an empty one
        ("\u0080\u0002", Pickle), // and its versions
        ("\u0080\u0003", Pickle),
        ("\u0080\u0004", Pickle),
        ("\u0080\u0005", Pickle),
        ("\u0089HDF", "an HDF5 file, such as one of Keras (.h5)"),
        ("\u0093NUMPY", "a NumPy array (.npy)"),
        ("GGUF", "a GGUF model"),
        ("\u001F\u008B\u0008", "a gzip file, to be unpacked first"),
        ("\u0089PNG", "a PNG image"),
        ("\u00FF\u00D8\u00FF", "a JPEG image"),
    ];

    /// <summary>What a file seems to be that is not in the safetensors format; null if it may be anything.</summary>
    public static string? KindOf(ReadOnlySpan<byte> start)
    {
        string letters = Encoding.Latin1.GetString(start);
        foreach ((string begin, string kind) in kinds)
        {
            if (letters.StartsWith(begin, StringComparison.Ordinal)) return kind;
        }

        return IsOnnx(start) ? "an ONNX model" : IsText(start) ? KindOfText(letters.TrimStart()) : null;
    }

    /// <summary>
    /// Whether it is a message of protocol buffers whose first field is a number, the version of ONNX, and whose next is one of ONNX
    /// models: the name of the maker, or any of those after it.
    /// </summary>
    private static bool IsOnnx(ReadOnlySpan<byte> start) => start is [0x08, >= 3 and < 0x20, _, _, ..] && start[2..] switch
    {
        [0x12, < 0x80, .. var name] => !name[..Math.Min(start[3], name.Length)].ContainsAnyExceptInRange((byte)' ', (byte)'~'),
        [0x1A or 0x22 or 0x28 or 0x32 or 0x3A or 0x42, ..] => true,
        _ => false,
    };

    /// <summary>Whether it is UTF-8 without control characters; the last character may be cut off.</summary>
    private static bool IsText(ReadOnlySpan<byte> start)
    {
        while (Rune.DecodeFromUtf8(start, out Rune rune, out int length) is not OperationStatus.NeedMoreData and var status)
        {
            if (status != OperationStatus.Done || Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune)) return false;
            start = start[length..];
        }

        return true;
    }

    private static string KindOfText(string text) => text switch
    {
        ['{' or '[', ..] => "JSON",
        ['<', ..] => "HTML or XML",
        _ => text.StartsWith("version https://git-lfs", StringComparison.Ordinal)
            ? "a pointer of Git LFS; 'git lfs pull' fetches the file"
            : "text",
    };
}
