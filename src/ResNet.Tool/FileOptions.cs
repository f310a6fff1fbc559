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

    private static readonly Option<string?> names =
        ValueOption.Text("--names", "NAME,NAME,…", "the names of the columns, in place of those in the file");

    private static readonly Option<int?> linesAbove =
        ValueOption.Whole("--lines-above", 0, "how many lines of text above the table to leave out [default: found]");

    private static readonly Option<char?> quote = Character("--quote", "what quotes cells [default: \"]");

    private static readonly Option<char?> comment = Character("--comment", "what lines begin with that are left out [default: none are]");

    private static readonly Option<bool> backslashQuotes =
        new("--backslash-quotes") { Description = "a quote within a quoted cell is written \\\" instead of \"\"" };

    private static readonly Option<bool> strict = new("--strict")
    {
        Description = "refuse cells that are no number or date in a column of them, and categories that a model does not know; "
            + "otherwise they count as missing, and are told",
    };

    public static IEnumerable<Option> All =>
    [
        missing, decimalMark, separator, header, names, linesAbove, quote, comment, encoding, backslashQuotes, strict,
    ];

    public static CsvOptions Csv(ParseResult line) => new()
    {
        MissingTexts = line.GetRequiredValue(missing),
        DecimalMark = line.GetValue(decimalMark),
        Separator = line.GetValue(separator),
        Header = line.GetValue(header) is { } first ? first == FirstRow.Names : null,
        ColumnNames = line.GetValue(names)?.Split(','),
        LinesAbove = line.GetValue(linesAbove),
        Quote = line.GetValue(quote),
        Comment = line.GetValue(comment),
        Encoding = line.GetValue(encoding),
        BackslashQuotes = line.GetValue(backslashQuotes),
    };

    public static bool IsStrict(ParseResult line) => line.GetValue(strict);

    /// <summary>What becomes of odd cells in rows that a model answers or is measured on.</summary>
    public static OddCells OddCells(ParseResult line) =>
        IsStrict(line) ? Tabular.OddCells.Refused : Tabular.OddCells.Missing;

    /// <summary>What becomes of odd cells in rows to fit to; in later rows programs refuse them where they do not say otherwise.</summary>
    public static OddCells OddCellsInFit(ParseResult line) =>
        IsStrict(line) ? Tabular.OddCells.Refused : Tabular.OddCells.MissingInFit;

    /// <summary>What a file begins with: a bool would be parsed without asking for a value.</summary>
    private enum FirstRow
    {
        Names,
        Cells,
    }

    private static Option<char?> Character(string name, string description) => ValueOption.Of<char?>(
        name, "CHARACTER", description, "one character", text => text is [var character] ? character : throw new FormatException());

    private static Encoding EncodingOf(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(name);
    }
}
