using System.Globalization;

namespace ResNet.Tabular;

/// <summary>
/// The cells of a column, as they were read. A cell is nothing, or one of the column's different texts, or, in a column of so many
/// numbers that their texts are not kept, a number.
/// </summary>
internal sealed class Column
{
    /// <summary>The code of a cell in which nothing is written.</summary>
    public const int Nothing = -1;

    /// <summary>The code of a cell that holds a number without a text.</summary>
    public const int Number = -2;

    /// <summary>The first bits of a NaN; the others are the code of the cell's text, plus 1.</summary>
    private const long NotANumber = 0x7FF8_0000_0000_0000;

    private readonly Codes? codes;
    private readonly Chunks<double>? numbers;

    /// <summary>Cells that are all texts.</summary>
    public Column(string[] texts, Codes codes)
    {
        Texts = texts;
        this.codes = codes;
    }

    /// <summary>Cells that are numbers, but for a few.</summary>
    /// <param name="texts">the texts of those that are not</param>
    /// <param name="numbers">the numbers; <see cref="WithoutNumber"/> of its code where a cell is a text</param>
    /// <param name="mark">the decimal mark that the numbers were read by</param>
    public Column(string[] texts, Chunks<double> numbers, char mark)
    {
        Texts = texts;
        this.numbers = numbers;
        Mark = mark;
    }

    /// <summary>The different texts as they were written, by their codes. No code is that of an empty text.</summary>
    public string[] Texts { get; }

    /// <summary>The decimal mark that the numbers were read by; null where all cells are texts.</summary>
    public char? Mark { get; }

    /// <summary>In a column of numbers: how many cells hold a text; 0 in others.</summary>
    public int TextCells { get; init; }

    /// <summary>In a column of numbers: what their points say of the decimal mark; null where it was told, or is a comma.</summary>
    public PointEvidence? Points { get; init; }

    /// <summary>What stands for a number in a cell that holds a text, or nothing.</summary>
    public static double WithoutNumber(int code) => BitConverter.Int64BitsToDouble(NotANumber | (uint)(code + 1));

    /// <summary>The code of a cell's text, or <see cref="Nothing"/> or <see cref="Number"/>.</summary>
    public int CodeOf(int row)
    {
        if (codes is not null) return codes[row];
        double number = numbers![row];
        return double.IsNaN(number) ? (int)(uint)BitConverter.DoubleToInt64Bits(number) - 1 : Number;
    }

    /// <summary>What stands in a cell, a number without a text as invariant text; null where nothing does.</summary>
    public string? TextAt(int row) => CodeOf(row) switch
    {
        Nothing => null,
        Number => NumberIn(row).ToString("R", CultureInfo.InvariantCulture),
        var code => Texts[code],
    };

    /// <summary>The number in a cell; NaN in one without.</summary>
    public double NumberIn(int row) => numbers is null ? double.NaN : numbers[row];
}
