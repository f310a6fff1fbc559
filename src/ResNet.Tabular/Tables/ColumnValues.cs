namespace ResNet.Tabular;

/// <summary>The cells of a column as numbers, each different text read once.</summary>
internal sealed class ColumnValues
{
    private readonly Table table;
    private readonly Column cells;

    /// <param name="table">the table</param>
    /// <param name="column">the column</param>
    /// <param name="format">how its cells are written</param>
    /// <param name="missing">marks of missing values, beside the table's own</param>
    /// <param name="oddIsMissing">whether cells that the format cannot read are missing, too; else they are refused</param>
    /// <param name="mayBeMissing">whether odd cells may be missing if that is told, as in columns to learn from</param>
    /// <exception cref="InvalidDataException">a cell is odd and must not be, or is too large for a feature.</exception>
    public ColumnValues(Table table, int column, CellFormat format, MissingMarks missing, bool oddIsMissing, bool mayBeMissing = true)
    {
        this.table = table;
        cells = table.Cells(column);
        CellCounts counts = table.CountsOf(column);
        if (counts.Numbers > 0 && format is not NumberFormat { Unit: "" })
        {
            throw table.Broken(column, $"expected {format.Kind}, but found numbers");
        }

        OfTexts = new double[cells.Texts.Length];
        WrittenText? wrong = null;
        foreach (WrittenText cell in counts.Written)
        {
            bool isMissing = table.IsMissing(column, cell.Text, missing);
            double value = double.NaN;
            if (isMissing || TryParse(cell.Text, format, out value) || (oddIsMissing && !IsTooLarge(cell.Text, format)))
            {
                OfTexts[cell.Code] = value;
            }
            else if (wrong is not { } other || cell.FirstRow < other.FirstRow)
            {
                wrong = cell;
            }
        }

        string hint = mayBeMissing ? OddCellText.Hint : "";
        if (wrong is { } first) throw table.Broken(first.FirstRow, column, TroubleOf(first.Text, format, hint));
    }

    /// <summary>The numbers of a column, one for each row of the table.</summary>
    /// <param name="table">the table</param>
    /// <param name="column">the column</param>
    /// <param name="format">how its numbers are written</param>
    /// <param name="troubleOf">why a number, NaN for a missing one, is none to have; null where it may be there</param>
    /// <exception cref="InvalidDataException">a cell is no number, or there is trouble with one.</exception>
    public static float[] AllOf(Table table, int column, NumberFormat format, Func<float, string?> troubleOf)
    {
        var values = new ColumnValues(table, column, format, MissingMarks.Known, oddIsMissing: false, mayBeMissing: false);
        float[] numbers = new float[values.Count];
        for (int row = 0; row < numbers.Length; row++)
        {
            numbers[row] = (float)values[row];
            if (troubleOf(numbers[row]) is { } trouble) throw table.Broken(row, column, trouble);
        }

        return numbers;
    }

    /// <summary>The number of rows.</summary>
    public int Count => table.RowCount;

    /// <summary>The value of each text by its code; NaN for a missing one.</summary>
    public double[] OfTexts { get; }

    /// <summary>The value in a row; NaN where it is missing.</summary>
    public double this[int row]
    {
        get
        {
            int code = CodeOf(row);
            return code >= 0 ? OfTexts[code] : cells.NumberIn(table.CellRows[row]); // NaN where nothing is
        }
    }

    /// <summary>The code of the text in a row; negative where there is none.</summary>
    public int CodeOf(int row) => cells.CodeOf(table.CellRows[row]);

    /// <summary>The value in each row.</summary>
    public double[] ToArray()
    {
        double[] values = new double[Count];
        for (int row = 0; row < values.Length; row++) values[row] = this[row];
        return values;
    }

    /// <summary>The values that are not missing, in the order of the rows.</summary>
    /// <param name="buffer">an array of a value for each row, which comes back if none is missing</param>
    public double[] Present(double[] buffer)
    {
        int present = 0;
        for (int row = 0; row < Count; row++)
        {
            double value = this[row];
            if (!double.IsNaN(value)) buffer[present++] = value;
        }

        return present == buffer.Length ? buffer : buffer[..present];
    }

    private bool TryParse(string text, CellFormat format, out double value)
    {
        if (format.TryParse(text, table.Dialect.IsByHand, out value)) return true;
        value = double.NaN;
        return false;
    }

    private static string TroubleOf(string text, CellFormat format, string hint) => IsTooLarge(text, format)
        ? Numbers.TroubleOf(text)
        : $"expected {format.Kind}, but found '{text}'{hint}";

    private static bool IsTooLarge(string text, CellFormat format) => format is NumberFormat && CellText.IsTooLarge(text);
}
