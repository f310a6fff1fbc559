using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace ResNet.Tabular;

/// <summary>Whether a record is text at all.</summary>
internal static class CsvText
{
    private static readonly byte[] noCharacter = Encoding.UTF8.GetBytes(CsvInput.NoCharacter);

    /// <summary>Refuses bytes that are no text of their encoding, and zeros, which text of another encoding has.</summary>
    /// <param name="csv">a reader at the record</param>
    /// <param name="encoding">the encoding of the file</param>
    /// <param name="name">the name of the file for messages</param>
    public static void RefuseForeign(CsvReader csv, Encoding encoding, string name)
    {
        bool isDecoded = encoding.CodePage != Encoding.UTF8.CodePage;
        ReadOnlySpan<byte> record = csv.RawRecord;
        if (!IsForeign(record, isDecoded)) return;
        int column = 0;
        while (column < csv.FieldCount - 1 && !IsForeign(csv.GetRawSpan(column), isDecoded)) column++;
        string option = $"{nameof(CsvOptions)}.{nameof(CsvOptions.Encoding)} tells another encoding, such as {nameof(Encoding)}";
        string what = isDecoded
            ? $"the text is not valid {encoding.WebName.ToUpperInvariant()}; {option}.{nameof(Encoding.UTF8)}"
            : Utf8.IsValid(record)
            ? $"the text has a zero, as UTF-16 and files that are no text have; {option}.{nameof(Encoding.Unicode)}"
            : $"the text is not valid UTF-8; {option}.{nameof(Encoding.Latin1)}";
        throw new InvalidDataException($"{name}, line {csv.LineNumber}, {ColumnNames.Of(column)}: {what}.");
    }

    private static bool IsForeign(ReadOnlySpan<byte> text, bool isDecoded) =>
        !Utf8.IsValid(text) || text.Contains((byte)0) || (isDecoded && text.IndexOf(noCharacter) >= 0);
}
