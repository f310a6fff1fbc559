namespace ResNet.Tabular;

/// <summary>
/// The decimal mark of a table: one for all its columns, as cells say that have only one meaning. 1,5 and 0,123 say comma, 1.5 and
/// 1,234.5 say point; where only cells such as 1,234 are left, it has to be told. So it has where a comma is the mark and what a point
/// in 1.234 means is not said by another cell, such as 1.234,5.
/// </summary>
internal sealed class DecimalMark
{
    private readonly Table table;
    private (int Column, WrittenText Cell)? comma, point, either, pointOfThousand;
    private bool hasPointGroups;

    private DecimalMark(Table table) => this.table = table;

    /// <summary>The mark that a table's cells say; a point where none says anything.</summary>
    /// <exception cref="InvalidDataException">the cells say both, or could mean either.</exception>
    public static char Of(Table table) => new DecimalMark(table).Find();

    private char Find()
    {
        int[] columns = [.. Enumerable.Range(0, table.Columns.Count).Where(table.MayHoldNumbers)];
        if (!columns.Any(column => MayHaveOtherMarks(table.Cells(column)))) return '.';
        bool isKnown = false;
        foreach (int column in columns)
        {
            isKnown |= table.Cells(column).Mark == ','; // its texts said so while it was read
            WrittenText[] written = table.WrittenIn(column);
            if (!OddTexts.LeaveNumbers(written, table.CountsOf(column).Numbers)) continue;
            foreach (WrittenText cell in written) Take(column, cell);
        }

        return (isKnown, comma, point, either) switch
        {
            (true, _, _, _) => ',',
            (_, { } one, { } other, _) => throw Both(one, other),
            (_, { } one, null, _) => pointOfThousand is { } thousand && !hasPointGroups ? throw Thousand(thousand, one) : ',',
            (_, null, null, { } cell) => throw table.Broken(
                cell.Cell.FirstRow, cell.Column, $"'{cell.Cell.Text}' could have a decimal comma or be thousands; {Option}"),
            _ => '.',
        };
    }

    /// <summary>Whether a text has a comma, or two points, which only a decimal comma may follow.</summary>
    private static bool MayHaveOtherMarks(Column cells) =>
        cells.Mark == ',' || cells.Texts.Any(text => text.Contains(',') || text.IndexOf('.') != text.LastIndexOf('.'));

    private void Take(int column, WrittenText cell)
    {
        if (!cell.Text.AsSpan().ContainsAny(',', '.')) return;
        string number = CellText.NumberOf(cell.Text);
        NumberShape shape = NumberShape.Of(number);
        bool hasPoint = number.Contains('.');
        if (shape.SaysComma)
        {
            comma ??= (column, cell);
            hasPointGroups |= hasPoint;
        }
        else if (shape.SaysPoint)
        {
            point ??= (column, cell);
        }
        else if (NumberShape.IsAmbiguous(number))
        {
            either ??= (column, cell);
        }
        else if (hasPoint && shape.IsUnderComma)
        {
            pointOfThousand ??= (column, cell);
        }
    }

    private InvalidDataException Both((int Column, WrittenText Cell) comma, (int Column, WrittenText Cell) point) => table.Broken(
        comma.Cell.FirstRow,
        comma.Column,
        $"'{comma.Cell.Text}' has a decimal comma, but '{point.Cell.Text}' of {PlaceOf(point)} a point; {Option}");

    private InvalidDataException Thousand((int Column, WrittenText Cell) thousand, (int Column, WrittenText Cell) comma) => table.Broken(
        thousand.Cell.FirstRow,
        thousand.Column,
        $"'{thousand.Cell.Text}' could have a decimal point or be thousands, as '{comma.Cell.Text}' of {PlaceOf(comma)} has a decimal " +
        $"comma; {Option}");

    private string Option => table.OptionFor(nameof(CsvOptions.DecimalMark));

    private string PlaceOf((int Column, WrittenText Cell) found) => table.Place(found.Cell.FirstRow, found.Column);
}
