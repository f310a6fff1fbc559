namespace ResNet.Tabular;

/// <summary>The cells of a column that are not missing, for the rules that say what it is.</summary>
internal sealed class ColumnCells
{
    private readonly Table table;

    public ColumnCells(Table table, int column)
    {
        this.table = table;
        Column = column;
        Written = table.WrittenIn(column);
        Numbers = table.CountsOf(column).Numbers;
        All = Numbers + Written.Sum(cell => cell.Count);
    }

    public int Column { get; }

    public string Name => table.Columns[Column];

    /// <summary>Whether the table is of a file.</summary>
    public bool IsOfFile => table.IsOfFile;

    /// <summary>The different texts.</summary>
    public WrittenText[] Written { get; }

    /// <summary>The number of cells that hold a number without a text.</summary>
    public int Numbers { get; }

    /// <summary>The number of cells.</summary>
    public int All { get; }

    /// <summary>The number of missing cells.</summary>
    public int Missing => table.RowCount - All;

    /// <summary>The number of different values; of numbers without a text all are taken for different.</summary>
    public int Different => Numbers + Written.Length;

    public ColumnSchema Schema(ColumnType type, CellFormat? format = null) => new(Name, type) { Format = format };

    public string Doubt(string what) => $"{Shown.Name(Name)}: {what}";

    /// <summary>An error about the column.</summary>
    public InvalidDataException Broken(string trouble) => table.Broken(Column, trouble);

    /// <summary>An error about the first cell that holds a text.</summary>
    public InvalidDataException Broken(WrittenText cell, string trouble) => table.Broken(cell.FirstRow, Column, trouble);

    /// <summary>The place of a text where it first occurs, such as "line 12 has 'x'".</summary>
    public string Place(WrittenText cell) => $"{table.RowWords(cell.FirstRow)} has '{Shown.Name(cell.Text)}'";

    /// <summary>The values in the order of the rows, read by a format; missing and odd cells are left out.</summary>
    public IEnumerable<double> Values(CellFormat format)
    {
        Column cells = table.Cells(Column);
        double[] values = new double[cells.Texts.Length];
        Array.Fill(values, double.NaN);
        foreach (WrittenText cell in Written)
        {
            if (format.TryParse(cell.Text, out double value)) values[cell.Code] = value;
        }

        for (int row = 0; row < table.RowCount; row++)
        {
            int place = table.CellRows[row];
            int code = cells.CodeOf(place);
            double found = code >= 0 ? values[code] : cells.NumberIn(place); // NaN where nothing is
            if (!double.IsNaN(found)) yield return found;
        }
    }
}
