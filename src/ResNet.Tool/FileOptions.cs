using System.CommandLine;
using System.Text;
using ResNet.Tabular;

namespace ResNet.Tool;

/// <summary>How files are read, where they do not say it themselves: the options of all commands that read rows.</summary>
internal static class FileOptions
{
    public const string OneFileOrInput = "a CSV file, plain or packed by gzip; - for standard input";

    private static readonly Option<string[]> missing =
        ValueOption.Texts(
            "--missing", "TEXT", "a text that means a missing value, beside the empty cell, ?, NA and the like; may be repeated");

    private static readonly Option<char?> decimalMark = ValueOption.Choice(
        "--decimal", "the decimal mark of all numbers [default: found]", ("point", '.'), ("comma", ','), (".", '.'), (",", ','));

    private static readonly Option<char?> separator = ValueOption.Of<char?>(
        "--separator",
        "CHARACTER",
        "what separates cells: a character, or tab, or space for runs of blanks [default: found]",
        "one character, or tab or space",
        text => text switch
        {
            "tab" or "\\t" => '\t',
            "space" => ' ',
            [var character] => character,
            _ => throw new FormatException(),
        });

    private static readonly Option<FirstRow?> header = ValueOption.Choice(
        "--header",
        "whether the file begins with the names of the columns [default: found]",
        ("yes", FirstRow.Names), ("no", FirstRow.Cells));

    private static readonly Option<Encoding?> encoding = ValueOption.Of<Encoding?>(
        "--encoding",
        "NAME",
        "the encoding of the text, such as windows-1252 [default: UTF-8, or what a byte order mark says]",
        "the name of an encoding, such as utf-8, utf-16 or windows-1252",
        EncodingOf);

    private static readonly Option<bool> backslashQuotes =
        new("--backslash-quotes") { Description = "a quote within a quoted cell is written \\\" instead of \"\"" };

    private static readonly Option<bool> strict = new("--strict")
    {
        Description = "refuse cells that are no number or date in a column of them, and categories that a model does not know; "
            + "otherwise they count as missing, and are told",
    };

    public static IEnumerable<Option> All => [missing, decimalMark, separator, header, encoding, backslashQuotes, strict];

    public static CsvOptions Csv(ParseResult line) => new()
    {
        MissingTexts = line.GetRequiredValue(missing),
        DecimalMark = line.GetValue(decimalMark),
        Separator = line.GetValue(separator),
        Header = line.GetValue(header) is { } first ? first == FirstRow.Names : null,
        Encoding = line.GetValue(encoding),
        BackslashQuotes = line.GetValue(backslashQuotes),
    };

    public static bool IsStrict(ParseResult line) => line.GetValue(strict);

    public static OddCells OddCells(ParseResult line) =>
        IsStrict(line) ? Tabular.OddCells.Refused : Tabular.OddCells.Missing;

    /// <summary>What a file begins with: a bool would be parsed without asking for a value.</summary>
    private enum FirstRow
    {
        Names,
        Cells,
    }

    private static Encoding EncodingOf(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(name);
    }
}
