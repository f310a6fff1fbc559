namespace ResNet.Tabular;

/// <summary>
/// The classes of a label column: its distinct labels in the training rows. Where all are whole numbers, 1, 1.0 and 01 are one class,
/// unless all have one length and some have leading zeros.
/// </summary>
public sealed class ClassLabels
{
    /// <summary>The most classes that a message names.</summary>
    private const int MostNamed = 10;

    private readonly Dictionary<string, int> indices;

    /// <summary>The classes by their value; null where they are texts.</summary>
    private readonly Dictionary<double, int>? values;

    internal ClassLabels(string column, string[] classes)
    {
        Column = column;
        Classes = Array.AsReadOnly(classes);
        indices = classes.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        double[] numbers = [.. classes.Select(WholeNumbers.Of)];
        if (WholeNumbers.AreValues(classes) && numbers.Distinct().Count() == numbers.Length)
        {
            values = numbers.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        }
    }

    /// <summary>The name of the label column.</summary>
    public string Column { get; }

    /// <summary>The names of the classes: in order of value if all are numbers, otherwise in ordinal order.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Which labels were taken for one class, in words; empty where none were, or the model was loaded.</summary>
    internal IReadOnlyList<string> Doubts { get; private init; } = [];

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
        if (LabelMarks.RefusalOf(training, index, new LabelMarks(training, index).IsMissing) is { } refusal) throw refusal;
        CellCounts labels = training.CountsOf(index);
        if (labels.Numbers > 0)
        {
            throw training.Broken(index, $"more than {ColumnBuilder.MostTexts} different numbers are too many classes");
        }

        (string[] classes, IReadOnlyList<string> doubts) = LabelClasses.Of(column, labels.Written);
        if (classes.Length < 2) throw training.Broken(index, $"there is only one class to learn, '{classes[0]}'");
        return new ClassLabels(column, classes) { Doubts = doubts };
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
        int[] labels = Find(table);
        int unknown = Array.IndexOf(labels, -1);
        return unknown < 0 ? labels : throw Unknown(table, unknown, table.IndexOf(Column));
    }

    /// <summary>The label column and its classes.</summary>
    public override string ToString()
    {
        string column = $"{Shown.Name(Column)}: ";
        return column + Shown.List(Classes.Select(Shown.Name), Shown.Width - column.Length);
    }

    /// <summary>The index of every row's class, from 0; −1 where the label is none of the classes.</summary>
    /// <exception cref="InvalidDataException">a label is missing.</exception>
    internal int[] Find(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        int index = table.IndexOf(Column);
        Column cells = table.Cells(index);
        var marks = new LabelMarks(table, index);
        if (LabelMarks.RefusalOf(table, index, text => marks.IsMissing(text) && IndexOf(text) < 0) is { } refusal) throw refusal;
        WrittenText[] written = table.CountsOf(index).Written;
        bool hasStops = written.All(label => IsClassWithStop(label.Text));
        int[] ofTexts = new int[cells.Texts.Length];
        foreach (WrittenText label in written) ofTexts[label.Code] = IndexOf(hasStops ? label.Text[..^1] : label.Text);
        int[] labels = new int[table.RowCount];
        for (int row = 0; row < labels.Length; row++)
        {
            int place = table.CellRows[row];
            int code = cells.CodeOf(place);
            labels[row] = code >= 0 ? ofTexts[code] : values?.GetValueOrDefault(cells.NumberIn(place), -1) ?? -1;
        }

        return labels;
    }

    /// <summary>Σw/(K·Σ_c w) for each class c, with the weights w of all rows and of those of the class, and K classes.</summary>
    internal float[] BalancedWeights(Table table, IReadOnlyList<float>? weights)
    {
        double[] sums = new double[Classes.Count];
        foreach ((int row, int label) in Encode(table).Index()) sums[label] += weights?[row] ?? 1;
        int empty = Array.IndexOf(sums, 0);
        if (empty >= 0) throw new ArgumentException($"Class '{Classes[empty]}' cannot be balanced: the weights of its rows are all 0.");
        double whole = sums.Sum();
        return [.. sums.Select(sum => (float)(whole / (Classes.Count * sum)))];
    }

    /// <summary>The probabilities of the classes by their names. Takes ownership of the array.</summary>
    internal ClassProbabilities Probabilities(float[] ofClasses) => new(Classes, indices, ofClasses);

    private int IndexOf(string label)
    {
        if (indices.TryGetValue(label, out int index)) return index;
        return values is not null && WholeNumbers.Of(label) is var value && values.TryGetValue(value, out index) ? index : -1;
    }

    private bool IsClassWithStop(string label) => label.EndsWith('.') && IndexOf(label) < 0 && indices.ContainsKey(label[..^1]);

    private InvalidDataException Unknown(Table table, int row, int column)
    {
        string known = string.Join(", ", Classes.Take(MostNamed)) + (Classes.Count > MostNamed ? ", …" : "");
        return table.Broken(row, column, $"expected a class of the training rows ({known}), but found '{table.WrittenAt(row, column)}'");
    }
}
