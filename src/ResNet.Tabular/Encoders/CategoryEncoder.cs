namespace ResNet.Tabular;

/// <summary>The categories of a column in the training rows.</summary>
internal abstract class CategoryEncoder : ColumnEncoder
{
    private readonly Dictionary<string, int> indices;
    private readonly int missing;

    /// <param name="column">the column's name</param>
    /// <param name="features">its number of features</param>
    /// <param name="categories">the categories; null, the last, if a missing value is a category</param>
    protected CategoryEncoder(string column, int features, IReadOnlyList<string?> categories)
        : base(column, features)
    {
        Categories = categories;
        indices = categories.Index()
            .Where(pair => pair.Item is not null)
            .ToDictionary(pair => pair.Item!, pair => pair.Index, StringComparer.Ordinal);
        missing = categories.Count > indices.Count ? indices.Count : -1;
    }

    public sealed override string Unknown => "no category of the training rows";

    protected IReadOnlyList<string?> Categories { get; }

    protected abstract CategoryEncoding Encoding { get; }

    /// <summary>The categories of the training rows, in ordinal order.</summary>
    public static CategoryEncoder Fit(Table training, int column, CategoryEncoding encoding)
    {
        CellCounts counts = training.CountsOf(column);
        bool IsMissing(WrittenText cell) => training.MarksIn(column).Contains(cell.Text);
        List<string?> categories =
            [.. counts.Written.Where(cell => !IsMissing(cell)).Select(cell => cell.Text).Order(StringComparer.Ordinal)];
        if (counts.Nothings > 0 || counts.Written.Any(IsMissing)) categories.Add(null);
        return encoding == CategoryEncoding.Codes || categories.Count > OneHotEncoder.MostFitted
            ? new CategoryCodesEncoder(training.Columns[column], categories)
            : new OneHotEncoder(training.Columns[column], categories);
    }

    public override RowEncoder Over(Table table, int index, CellReading reading)
    {
        Column cells = table.Cells(index);
        if (table.CountsOf(index).Numbers > 0)
        {
            throw table.Broken(
                index,
                "expected categories, but found more different numbers than texts are kept of; " +
                $"read the file with {nameof(TabularModel)}.{nameof(TabularModel.Read)}");
        }

        int[] ofTexts = [.. cells.Texts.Select(text => CategoryOf(text, table, index, reading.Missing))];
        return (row, features) => Write(cells.CodeOf(table.CellRows[row]) is >= 0 and var code ? ofTexts[code] : missing, features);
    }

    public sealed override bool Knows(string text, bool isByHand) => IndexOf(text) >= 0;

    public override SavedColumn Describe() => new(Column)
    {
        Categorical = new SavedCategories(Encoding.ToString(), [.. Categories.OfType<string>()], HasMissing: missing >= 0),
    };

    /// <summary>Writes the features of a category.</summary>
    /// <param name="category">its index; −1 if it is unknown</param>
    /// <param name="features">zeros</param>
    protected abstract void Write(int category, Span<float> features);

    private int CategoryOf(string text, Table table, int column, MissingMarks marks) => IndexOf(text) switch
    {
        < 0 when table.IsMissing(column, text, marks) => missing,
        var category => category,
    };

    /// <summary>The index of the category that a text names, also with blanks around it; −1 for none.</summary>
    private int IndexOf(string text) =>
        indices.TryGetValue(text, out int category) || indices.TryGetValue(text.Trim(), out category) ? category : -1;
}
