namespace ResNet.Tabular;

/// <summary>The rules by which it is found out what a column is.</summary>
/// <param name="table">the table, all of its rows</param>
/// <param name="options">the types that were told, the order of dates and what becomes of odd cells</param>
internal sealed class ColumnRules(Table table, TableOptions options)
{
    /// <summary>What a column is.</summary>
    public ColumnFinding Find(int column)
    {
        string name = table.Columns[column];
        bool isTold = options.ColumnTypes.TryGetValue(name, out ColumnType type) || table.Dialect.Types.TryGetValue(name, out type);
        ColumnType? told = isTold ? type : null;
        if (told == ColumnType.Ignored) return new(new ColumnSchema(name, ColumnType.Ignored));
        var cells = new ColumnCells(table, column);
        if (told == ColumnType.Categorical) return ToldCategorical(cells);
        if (cells.All == 0) return WithoutValues(cells, told);
        return told switch
        {
            ColumnType.Numeric => Told(cells, NumberFormatOf(table, cells)),
            ColumnType.Date => ToldDate(cells),
            _ => Found(cells),
        };
    }

    private static ColumnFinding ToldCategorical(ColumnCells cells) => new(cells.Schema(ColumnType.Categorical))
    {
        Refusal = cells.Numbers == 0
            ? null
            : cells.Broken($"its texts were not kept, since they are more than {ColumnBuilder.MostTexts} different numbers; " +
                $"{nameof(CsvOptions)}.{nameof(CsvOptions.Types)} tells before reading that it is categorical"),
    };

    private static ColumnFinding WithoutValues(ColumnCells cells, ColumnType? told) => new(cells.Schema(ColumnType.Ignored))
    {
        Doubts = [cells.Doubt("all cells are missing; left out")],
        Refusal = told switch
        {
            ColumnType.Numeric => cells.Broken("a numeric column needs a value to learn from, but all are missing"),
            ColumnType.Date => cells.Broken("a column of dates needs a value to learn from, but all are missing"),
            _ => null,
        },
    };

    /// <summary>The best format for numbers, with a unit or without.</summary>
    public static FormatFit NumberFormatOf(Table table, ColumnCells cells)
    {
        bool hasPointGroups = table.Mark == ',' && HasPointGroups(cells);
        var plain = new FormatFit(new NumberFormat(table.Mark, "", hasPointGroups), cells.Written, cells.Numbers);
        if (plain.Suffices) return plain;
        return plain.Odd.Select(cell => NumberUnit.Of(cell.Text)).OfType<string>().Distinct()
            .Select(unit => new FormatFit(new NumberFormat(table.Mark, unit, hasPointGroups), cells.Written, cells.Numbers))
            .Prepend(plain)
            .MaxBy(fit => fit.Read)!;
    }

    /// <summary>
    /// Whether points divide thousands in a column of a table with decimal commas: they do beside a comma, as in 1.234,5, and where
    /// three digits follow each of them, as in 1.234.
    /// </summary>
    private static bool HasPointGroups(ColumnCells cells)
    {
        string[] withPoint = [.. cells.Written.Where(cell => cell.Text.Contains('.')).Select(cell => CellText.NumberOf(cell.Text))];
        return withPoint.Any(number => NumberShape.Of(number).SaysComma)
            || (withPoint.Length > 0 && withPoint.All(number => NumberShape.Of(number).IsUnderComma));
    }

    private ColumnFinding Told(ColumnCells cells, FormatFit fit)
    {
        ColumnFinding finding = Read(cells, fit);
        bool mayBeOdd = fit.Suffices || (options.OddCells == OddCells.Missing && fit.Read > 0);
        return mayBeOdd ? finding : finding with { Refusal = OddCellText.Refusal(cells, fit) };
    }

    private ColumnFinding ToldDate(ColumnCells cells)
    {
        var dates = new DateRules(cells, options.DateOrder);
        if (dates.Format() is { } fit) return Told(cells, fit);
        return dates.Trouble() is { } trouble
            ? new(cells.Schema(ColumnType.Ignored)) { Refusal = cells.Broken(trouble) }
            : Told(cells, dates.Best());
    }

    private ColumnFinding Found(ColumnCells cells)
    {
        FormatFit numbers = NumberFormatOf(table, cells);
        if (numbers.Suffices) return NumberRules.Find(cells, numbers, Read(cells, numbers));
        if (cells.Numbers > 0) return TextRules.Find(cells, numbers);
        var dates = new DateRules(cells, options.DateOrder);
        if (dates.Format() is { } fit) return Read(cells, fit);
        if (dates.Trouble() is { } trouble)
        {
            return new(cells.Schema(ColumnType.Ignored)) { Doubts = [cells.Doubt($"left out: {trouble}")] };
        }

        FormatFit best = dates.Best();
        return TextRules.Find(cells, best.Read > numbers.Read ? best : numbers);
    }

    /// <summary>A column that a format reads, but for the odd cells.</summary>
    private ColumnFinding Read(ColumnCells cells, FormatFit fit)
    {
        ColumnType type = fit.Format is DateFormat ? ColumnType.Date : ColumnType.Numeric;
        return new(cells.Schema(type, fit.Format))
        {
            Doubts = [.. fit.Odd.Count == 0 ? [] : (string[])[OddCellText.Doubt(cells, fit)], .. NumberRules.DoubtsOf(cells, fit)],
            Refusal = fit.TooLarge is { } large
                ? cells.Broken(large, Numbers.TroubleOf(large.Text))
                : options.OddCells == OddCells.Refused && fit.Odd.Count > 0 ? OddCellText.Refusal(cells, fit) : null,
            Odd = fit.Odd.Sum(cell => cell.Count),
        };
    }
}
