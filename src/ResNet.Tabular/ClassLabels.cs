using System.Globalization;

namespace ResNet.Tabular;

/// <summary>The classes of a label column: its distinct labels in the training rows.</summary>
public sealed class ClassLabels
{
    /// <summary>The most classes that a message names.</summary>
    private const int MostNamed = 10;

    private readonly Dictionary<string, int> indices;

    internal ClassLabels(string column, string[] classes)
    {
        Column = column;
        Classes = Array.AsReadOnly(classes);
        indices = classes.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
    }

    /// <summary>The name of the label column.</summary>
    public string Column { get; }

    /// <summary>The names of the classes: in order of value if all are numbers, otherwise in ordinal order.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Finds the classes.</summary>
    /// <param name="training">the training rows</param>
    /// <param name="column">the label column</param>
    /// <exception cref="ArgumentNullException">an argument is null.</exception>
    /// <exception cref="ArgumentException">there is no such column.</exception>
    /// <exception cref="InvalidDataException">a label is missing, or there is only one class.</exception>
    public static ClassLabels Fit(Table training, string column)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(column);
        int index = training.IndexOf(column);
        string[] labels = [.. Labels(training, index).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (labels.Length < 2) throw training.Broken(index, $"there is only one class to learn, '{labels[0]}'");
        return new ClassLabels(column, labels.All(label => Numbers.TryParse(label, out _)) ? [.. labels.OrderBy(Value)] : labels);
    }

    /// <summary>The index of every row's class, from 0, for <see cref="Dataset"/>.</summary>
    /// <param name="table">the rows</param>
    /// <remarks>
    /// If every label of the table ends with a full stop and is a class only without it, the full stops are removed: the test rows
    /// of the Adult data set are like this.
    /// </remarks>
    /// <exception cref="ArgumentNullException">the table is null.</exception>
    /// <exception cref="ArgumentException">there is no such column.</exception>
    /// <exception cref="InvalidDataException">a label is missing or is not one of the classes.</exception>
    public int[] Encode(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        int index = table.IndexOf(Column);
        string[] labels = [.. Labels(table, index)];
        if (labels.All(IsClassWithStop)) labels = [.. labels.Select(label => label[..^1])];
        return [.. labels.Select((label, row) => indices.TryGetValue(label, out int found) ? found : throw Unknown(table, row, index))];
    }

    /// <summary>The label column and its classes.</summary>
    public override string ToString()
    {
        string column = $"{Shown.Name(Column)}: ";
        return column + Shown.List(Classes.Select(Shown.Name), Shown.Width - column.Length);
    }

    private static IEnumerable<string> Labels(Table table, int column) =>
        Enumerable.Range(0, table.RowCount).Select(row => table[row, column] ?? throw table.Broken(row, column, "the label is missing"));

    private static double Value(string label) => double.Parse(label, CultureInfo.InvariantCulture);

    private bool IsClassWithStop(string label) =>
        label.EndsWith('.') && !indices.ContainsKey(label) && indices.ContainsKey(label[..^1]);

    private InvalidDataException Unknown(Table table, int row, int column)
    {
        string known = string.Join(", ", Classes.Take(MostNamed)) + (Classes.Count > MostNamed ? ", …" : "");
        return table.Broken(row, column, $"expected a class of the training rows ({known}), but found '{table[row, column]}'");
    }
}
