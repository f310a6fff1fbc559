namespace ResNet.Tabular;

/// <summary>What is said of cells that the format of their column cannot read.</summary>
internal static class OddCellText
{
    /// <summary>The most places that a doubt names.</summary>
    private const int MostPlaces = 3;

    /// <summary>How to have such a cell read, to be appended to an error.</summary>
    public const string Hint = $"; {nameof(TableOptions)}.{nameof(TableOptions.OddCells)} can take it for missing";

    /// <summary>The places of odd cells in a column that is read all the same.</summary>
    public static string Doubt(ColumnCells cells, FormatFit fit)
    {
        string ending = fit.Odd.Count == 1 && fit.Odd[0].Count == 1 ? "which counts as missing" : "which count as missing";
        return cells.Doubt($"{fit.Read} of {fit.All} cells are {Kinds(fit)}; {Places(cells, fit)}, {ending}");
    }

    /// <summary>That a column is of other cells mostly, but has so many odd ones that it is not read so.</summary>
    public static string Beside(ColumnCells cells, FormatFit fit) =>
        $"{fit.Read} of {fit.All} cells are {Kinds(fit)}, but {cells.Place(First(fit))}";

    /// <summary>An error about the first odd cell.</summary>
    public static InvalidDataException Refusal(ColumnCells cells, FormatFit fit)
    {
        if (fit.Odd.Count == 0) return cells.Broken($"expected {fit.Format.Kind}, but found numbers");
        WrittenText first = First(fit);
        return cells.Broken(first, $"expected {fit.Format.Kind}, but found '{first.Text}'{(fit.Read > 0 ? Hint : "")}");
    }

    private static WrittenText First(FormatFit fit) => fit.Odd.MinBy(cell => cell.FirstRow);

    private static string Places(ColumnCells cells, FormatFit fit)
    {
        IEnumerable<string> places = fit.Odd.OrderBy(cell => cell.FirstRow).Take(MostPlaces).Select(cells.Place);
        return string.Join(", ", places) + (fit.Odd.Count > MostPlaces ? ", …" : "");
    }

    private static string Kinds(FormatFit fit) => fit.Format switch
    {
        DateFormat => "dates",
        NumberFormat { Unit: { Length: > 0 } unit } => $"numbers with {unit}",
        _ => "numbers",
    };
}
