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

    /// <summary>A column of numbers without texts that were read with a decimal comma.</summary>
    private int? known;

    private DecimalMark(Table table) => this.table = table;

    /// <summary>The mark that a table's cells say; a point where none says anything.</summary>
    /// <exception cref="InvalidDataException">the cells say both, or could mean either.</exception>
    public static char Of(Table table) => new DecimalMark(table).Find();

    private char Find()
    {
        int[] columns = [.. Enumerable.Range(0, table.Columns.Count).Where(table.MayHoldNumbers)];
        if (!columns.Any(column => MayHaveOtherMarks(table.Cells(column)))) return '.';
        foreach (int column in columns)
        {
            if (table.Cells(column).Mark == ',') known ??= column; // its texts said so while it was read
            if (table.Cells(column).Points is { Text: { } text } points) Take(column, points, text);
            WrittenText[] written = table.WrittenIn(column);
            if (!OddTexts.LeaveNumbers(written, table.CountsOf(column).Numbers)) continue;
            foreach (WrittenText cell in written) Take(column, cell);
        }

        bool hasComma = comma is not null || known is not null;
        return (hasComma, point, either) switch
        {
            (true, { } other, _) => throw Both(other),
            (true, _, _) => pointOfThousand is { } thousand && !hasPointGroups ? throw Thousand(thousand) : ',',
            (_, null, { } cell) => throw table.Broken(
                cell.Cell.FirstRow, cell.Column, $"'{cell.Cell.Text}' could have a decimal comma or be thousands; {Option}"),
            _ => '.',
        };
    }

    /// <summary>What is known of numbers without texts.</summary>
    private void Take(int column, PointEvidence points, string text)
    {
        var cell = new WrittenText(text, Column.Number, 1, Math.Max(0, table.CellRows.IndexOf(points.Row)));
        if (points.IsSure) point ??= (column, cell);
        else pointOfThousand ??= (column, cell);
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

    private InvalidDataException Both((int Column, WrittenText Cell) point)
    {
        string trouble = $"a decimal comma, but '{point.Cell.Text}' of {PlaceOf(point)} a point; {Option}";
        return comma is var (column, cell)
            ? table.Broken(cell.FirstRow, column, $"'{cell.Text}' has {trouble}")
            : table.Broken(known!.Value, $"its numbers have {trouble}");
    }

    private InvalidDataException Thousand((int Column, WrittenText Cell) thousand)
    {
        string evidence = comma is { } found
            ? $"'{found.Cell.Text}' of {PlaceOf(found)} has"
            : $"the numbers of {table.ColumnWords(known!.Value)} have";
        return table.Broken(
            thousand.Cell.FirstRow,
            thousand.Column,
            $"'{thousand.Cell.Text}' could have a decimal point or be thousands, as {evidence} a decimal comma; {Option}");
    }

    private string Option => table.OptionFor(nameof(CsvOptions.DecimalMark));

    private string PlaceOf((int Column, WrittenText Cell) found) => table.Place(found.Cell.FirstRow, found.Column);
}
