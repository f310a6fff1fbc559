namespace ResNet.Tabular;

/// <summary>How many cells of a column a format can read.</summary>
internal sealed class FormatFit
{
    private readonly int oddCells;

    /// <param name="format">the format</param>
    /// <param name="written">the texts of the column, without marks of missing values</param>
    /// <param name="numbers">the number of cells that hold a number without a text, which are read by a format without a unit</param>
    public FormatFit(CellFormat format, WrittenText[] written, int numbers)
    {
        Format = format;
        bool readsNumbers = format is NumberFormat { Unit: "" };
        Read = readsNumbers ? numbers : 0;
        All = numbers;
        oddCells = readsNumbers ? 0 : numbers;
        foreach (WrittenText cell in written)
        {
            All += cell.Count;
            if (format.TryParse(cell.Text, out _))
            {
                Read += cell.Count;
            }
            else if (format is NumberFormat && CellText.IsTooLarge(cell.Text))
            {
                if (TooLarge is not { } other || cell.FirstRow < other.FirstRow) TooLarge = cell;
                Read += cell.Count;
            }
            else
            {
                oddCells += cell.Count;
                Odd.Add(cell);
            }
        }
    }

    public CellFormat Format { get; }

    /// <summary>The number of cells that the format reads.</summary>
    public int Read { get; }

    /// <summary>The number of cells that are not missing.</summary>
    public int All { get; }

    /// <summary>The texts that it cannot read.</summary>
    public List<WrittenText> Odd { get; } = [];

    /// <summary>A text that is an infinite number, or one too large for a float.</summary>
    public WrittenText? TooLarge { get; }

    /// <summary>Whether it reads all cells but a few.</summary>
    public bool Suffices => Read > 0 && OddTexts.AreFew(oddCells, All, Odd.Count);
}
