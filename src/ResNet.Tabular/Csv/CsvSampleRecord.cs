using System.Text;
using CsvHelper;

namespace ResNet.Tabular;

/// <summary>A record of a sample.</summary>
internal sealed class CsvSampleRecord
{
    /// <summary>So many bytes of a text tell it from others, and no number has more.</summary>
    private const int LongestText = 256;

    /// <param name="csv">a reader at the record</param>
    /// <param name="isBroken">whether its quotes do not fit</param>
    public CsvSampleRecord(CsvReader csv, bool isBroken)
    {
        Line = (int)csv.LineNumber;
        Width = csv.FieldCount;
        IsBroken = isBroken || Width > CsvFile.MostColumns;
        Cells = Width > CsvFile.MostColumns ? [] : new string[Width];
        for (int cell = 0; cell < Cells.Length; cell++)
        {
            ReadOnlySpan<byte> text = CsvCell.Trimmed(csv.GetSpan(cell));
            Cells[cell] = Encoding.UTF8.GetString(text[..Math.Min(text.Length, LongestText)]);
            if (Cells[cell].Length > 0) Filled = cell + 1;
            if (CellText.IsNumber(Cells[cell])) Numbers++;
        }
    }

    /// <summary>The line where it begins.</summary>
    public int Line { get; }

    /// <summary>The number of cells.</summary>
    public int Width { get; }

    /// <summary>The cells, of long ones the beginning; none where they are too many.</summary>
    public string[] Cells { get; }

    /// <summary>Whether it cannot be split with certainty.</summary>
    public bool IsBroken { get; }

    /// <summary>The number of cells up to the last in which something is written.</summary>
    public int Filled { get; }

    /// <summary>The number of cells that are numbers.</summary>
    public int Numbers { get; }
}
