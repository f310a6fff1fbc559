namespace ResNet.Tabular;

/// <summary>What columns of texts are: categories, or names of rows that say nothing about others.</summary>
internal static class TextRules
{
    /// <summary>Where fewer rows are there, texts may all be different by chance.</summary>
    private const int FewRows = 20;

    /// <summary>The share of different texts from which on they are names of rows.</summary>
    private const double NearlyAll = 0.9;

    /// <summary>The share of numbers from which on a column might have been meant to be one of numbers; of dates likewise.</summary>
    private const double Many = 0.5;

    /// <summary>So few different texts beside numbers may be marks of missing values.</summary>
    private const int FewKinds = 3;

    /// <param name="cells">the column</param>
    /// <param name="fit">the best format for numbers or dates, which does not suffice; null where there is none</param>
    public static ColumnFinding Find(ColumnCells cells, FormatFit? fit)
    {
        string[] units = [.. cells.Written.Select(cell => NumberUnit.Of(cell.Text)).OfType<string>().Distinct()];
        if (units.Length > 1 && cells.Written.All(cell => CellText.IsNumber(cell.Text)))
        {
            return Categories(cells, $"numbers with different units ({string.Join(", ", units)}) are categories");
        }

        if (AlmostDateIn(cells) is { } date)
        {
            string trouble = $"a date with {AlmostDate.TroubleOf(date.Text)}; dates are written as in 2024-01-31";
            return LeftOut(cells, $"{cells.Place(date)}, {trouble}");
        }

        string? beside = fit is not null && fit.Odd.Count > 0 && fit.Read >= Many * fit.All ? OddCellText.Beside(cells, fit) : null;
        if (cells.All >= FewRows && cells.Written.Length >= NearlyAll * cells.All)
        {
            string many = $"{cells.Written.Length} different texts in {cells.All} cells, as names and free text have";
            string? hint = fit?.Odd.Count <= FewKinds ? $"; {MarkHint(cells)}" : "";
            return LeftOut(cells, beside is null ? many : $"{many}: {beside}{hint}");
        }

        return Categories(cells, beside is null ? null : $"{beside}: categories; {MarkHint(cells)}");
    }

    private static ColumnFinding Categories(ColumnCells cells, string? doubt) =>
        new(cells.Schema(ColumnType.Categorical)) { Doubts = doubt is null ? [] : [cells.Doubt(doubt)] };

    private static ColumnFinding LeftOut(ColumnCells cells, string doubt) => new(cells.Schema(ColumnType.Ignored))
    {
        Doubts = [cells.Doubt($"{doubt}; left out")],
        Otherwise = cells.Schema(ColumnType.Categorical),
    };

    private static string MarkHint(ColumnCells cells) => cells.IsOfFile
        ? $"where it stands for a missing value, {nameof(CsvOptions)}.{nameof(CsvOptions.MissingTexts)} tells"
        : "missing values are null";

    /// <summary>The first cell that looks like a date, where nearly all do.</summary>
    private static WrittenText? AlmostDateIn(ColumnCells cells)
    {
        WrittenText? first = null;
        int dates = 0, others = 0;
        foreach (WrittenText cell in cells.Written)
        {
            if (AlmostDate.TroubleOf(cell.Text) is null)
            {
                if (++others > OddTexts.Most) return null;
                continue;
            }

            dates += cell.Count;
            if (first is not { } other || cell.FirstRow < other.FirstRow) first = cell;
        }

        return 100L * dates >= OddTexts.LeastPercent * (long)cells.All ? first : null;
    }
}
