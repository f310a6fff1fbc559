using System.Text;
using CsvHelper;

namespace ResNet.Tabular;

/// <summary>The first record of a file, which may be the names of its columns.</summary>
internal sealed class CsvFirst
{
    private readonly byte[][] cells = [];

    /// <summary>No record.</summary>
    public CsvFirst()
    {
    }

    /// <param name="csv">a reader at the record</param>
    public CsvFirst(CsvReader csv)
    {
        cells = new byte[csv.FieldCount][];
        for (int column = 0; column < cells.Length; column++) cells[column] = CsvCell.Trimmed(csv.GetSpan(column)).ToArray();
        Texts = [.. cells.Select(Encoding.UTF8.GetString)];
        Line = (int)csv.LineNumber;
    }

    /// <summary>Its cells.</summary>
    public string[] Texts { get; private set; } = [];

    /// <summary>The line where it begins.</summary>
    public int Line { get; }

    /// <summary>Whether a record has the same cells.</summary>
    /// <param name="csv">a reader at the record</param>
    public bool IsAgain(CsvReader csv)
    {
        if (csv.FieldCount != cells.Length) return false;
        int cell = 0;
        while (cell < cells.Length && CsvCell.Trimmed(csv.GetSpan(cell)).SequenceEqual(cells[cell])) cell++;
        return cell == cells.Length;
    }

    /// <summary>Leaves out cells with nothing in them behind those of a row, as names have that end with separators.</summary>
    /// <param name="width">the number of cells in a row</param>
    public void CutTo(int width)
    {
        if (Texts.Length > width && Texts.Skip(width).All(cell => cell.Length == 0)) Texts = Texts[..width];
    }
}
