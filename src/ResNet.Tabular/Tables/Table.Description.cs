namespace ResNet.Tabular;

/// <content>What the columns are taken for.</content>
public sealed partial class Table
{
    /// <summary>
    /// Tells what the columns are taken for, as they are when a model is fitted to all rows of this table: their types, ranges or
    /// categories and shares of missing cells, and what one could doubt about it, such as a text among 300 numbers.
    /// </summary>
    /// <param name="label">the column to predict; null where there is none</param>
    /// <param name="options">the types that are told and how dates and odd cells are read; null for the defaults</param>
    /// <exception cref="ArgumentException">a named column does not exist.</exception>
    /// <exception cref="InvalidDataException">the numbers could have a decimal comma or a point.</exception>
    public TableDescription Describe(string? label = null, TableOptions? options = null)
    {
        options ??= new TableOptions();
        var schema = new TableSchema(this, label is null ? [] : [label], options);
        List<string> doubts = [.. schema.Doubts];
        doubts.AddRange(schema.Columns.Values.Select(finding => finding.Refusal?.Message).OfType<string>());
        List<ColumnDescription> columns = [];
        for (int column = 0; column < Columns.Count; column++)
        {
            if (Columns[column] != label)
            {
                columns.Add(DescriptionOf(column, schema.Columns[Columns[column]]));
                continue;
            }

            LabelFinding found = LabelRules.Find(this, column, told: null);
            ColumnDescription ofLabel = DescriptionOf(column, found);
            columns.Add(ofLabel);
            doubts.AddRange(ofLabel.Doubts);
            if (found.Refusal is { } refusal) doubts.Add(refusal.Message);
        }

        return new TableDescription(RowCount) { Columns = columns, Doubts = doubts };
    }

    private ColumnDescription DescriptionOf(int column, ColumnFinding finding)
    {
        var found = new ColumnCells(this, column);
        var description = new ColumnDescription(finding.Schema.Name, finding.Schema.Type, (found.Missing + finding.Odd) / (double)RowCount)
        {
            Doubts = finding.Doubts,
        };
        return finding.Schema switch
        {
            { Type: ColumnType.Categorical } => description with { Categories = ByFrequency(found.Written) },
            { Format: { } format } => WithRange(description, found, format),
            _ => description,
        };
    }

    private ColumnDescription DescriptionOf(int column, LabelFinding finding)
    {
        string name = Columns[column];
        if (finding.Format is { } format)
        {
            var numbers = new ColumnCells(this, column);
            var ofNumbers = new ColumnDescription(name, ColumnType.Numeric, numbers.Missing / (double)RowCount) { Doubts = finding.Doubts };
            return WithRange(ofNumbers, numbers, format);
        }

        CellCounts counts = CountsOf(column);
        var marks = new LabelMarks(this, column);
        WrittenText[] labels = [.. counts.Written.Where(label => !marks.IsMissing(label.Text))];
        (string[] classes, IReadOnlyList<string> doubts) = LabelClasses.Of(name, labels);
        double missing = 1 - (labels.Sum(label => label.Count) + counts.Numbers) / (double)RowCount;
        return new ColumnDescription(name, ColumnType.Categorical, missing)
        {
            Categories = [.. ByFrequency(labels).Where(classes.Contains)],
            Doubts = [.. finding.Doubts, .. doubts],
        };
    }

    private static string[] ByFrequency(IEnumerable<WrittenText> texts) =>
        [.. texts.OrderByDescending(cell => cell.Count).Select(cell => cell.Text)];

    private static ColumnDescription WithRange(ColumnDescription description, ColumnCells cells, CellFormat format)
    {
        double least = double.PositiveInfinity, greatest = double.NegativeInfinity;
        foreach (double value in cells.Values(format)) (least, greatest) = (Math.Min(least, value), Math.Max(greatest, value));
        return least <= greatest ? description with { Least = least, Greatest = greatest } : description;
    }
}
