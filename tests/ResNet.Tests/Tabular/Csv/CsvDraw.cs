using FsCheck;
using FsCheck.Fluent;

namespace ResNet.Tests.Tabular;

/// <summary>A table of numbers, texts and missing cells.</summary>
/// <param name="Names">the names of its columns</param>
/// <param name="Rows">cells: a double, a text or null</param>
internal sealed record CsvDraw(string[] Names, object?[][] Rows)
{
    private static readonly string[] pieces =
    [
        "a", "b", "x", "Q", "0", "7", ".", ",", ";", "|", "\t", "\"", "'", "\n", "\r\n", " ",
        "é", "ß", "猫", "🐈", "#", "\\", "-", "%", "€", "=", "\u00a0",
    ];

    private static readonly Gen<double> numbers = Gen.OneOf(
        Gen.Choose(-50, 2000).Select(number => (double)number),
        Gen.Choose(-999_999, 999_999).Select(number => number / 100.0),
        Gen.Choose(-9_999, 9_999).Select(number => number / 1000.0),
        Gen.Choose(1, 1_000_000).Select(number => 1.0 / number),
        Gen.Choose(1, 1_000_000).Select(number => number * 1e20));

    private static readonly Gen<string> texts =
        from first in Gen.Elements("a", "b", "c", "ü", "猫", "'", "(", "\"", "#")
        from middle in Gen.Elements(pieces).ArrayOf()
        from last in Gen.Elements("a", "x", "é", "🐈", "\"", ")", ",", ";")
        select string.Concat(middle.Take(8).Prepend(first).Append(last));

    private static readonly Gen<int> missing = Gen.Choose(0, 9);

    public static Gen<CsvDraw> Any { get; } =
        from width in Gen.Choose(1, 6)
        from height in Gen.Choose(1, 30)
        from isText in Gen.Elements(true, false).ArrayOf(width)
        from names in texts.ArrayOf(width)
        from words in texts.ArrayOf(width * height)
        from values in numbers.ArrayOf(width * height)
        from lacks in missing.ArrayOf(width * height)
        select new CsvDraw(
            [.. names.Select((name, column) => $"{(char)('a' + column)}{name}")],
            [
                .. Enumerable.Range(0, height).Select(row => Enumerable.Range(0, width).Select(column =>
                {
                    int cell = row * width + column;
                    bool isThere = lacks[cell] > 0 || column == row % width; // else a row of nothing could be left out
                    return isThere ? isText[column] ? words[cell] : values[cell] : (object?)null;
                }).ToArray()),
            ]);
}
