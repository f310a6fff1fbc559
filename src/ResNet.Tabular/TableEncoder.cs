using System.Collections.ObjectModel;
using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tabular;

/// <summary>
/// Turns the rows of a table into features for a network. All it knows it has from the training rows, so rows held back tell
/// it nothing; it never changes after.
/// </summary>
/// <remarks>
/// A numeric column becomes one feature, scaled. Where training rows lacked a value, a missing one counts as the median and a
/// second feature is 1 where it was missing; where none did, a value missing later counts as the median alone. A categorical
/// column becomes what <see cref="TableOptions.Categories"/> says; missing is a category of its own where it occurred.
/// </remarks>
public sealed class TableEncoder
{
    private readonly ColumnEncoder[] columns;

    internal TableEncoder(ColumnEncoder[] columns, IReadOnlyDictionary<string, ColumnType> types)
    {
        this.columns = columns;
        ColumnTypes = types;
        List<CategoryCodes> codes = [];
        int feature = 0;
        foreach (ColumnEncoder column in columns)
        {
            if (column is CategoryCodesEncoder category) codes.Add(new CategoryCodes(column.Column, feature, category.Count));
            feature += column.Features;
        }

        Features = feature;

        Codes = codes.AsReadOnly();
    }

    /// <summary>What every column but the label was found or told to be, by name.</summary>
    public IReadOnlyDictionary<string, ColumnType> ColumnTypes { get; }

    /// <summary>The names of the features, such as <c>age</c>, <c>age is missing</c> or <c>sex=Female</c>.</summary>
    public IReadOnlyList<string> FeatureNames => field ??= Array.AsReadOnly([.. columns.SelectMany(column => column.FeatureNames)]);

    /// <summary>The features that hold numbers of categories; empty with <see cref="CategoryEncoding.OneHot"/>.</summary>
    public IReadOnlyList<CategoryCodes> Codes { get; }

    /// <summary>The number of features.</summary>
    internal int Features { get; }

    /// <summary>Learns an encoding from training rows.</summary>
    /// <param name="training">the training rows</param>
    /// <param name="label">the column that is to be predicted, which gives no features</param>
    /// <param name="options">what the columns are; the defaults if there are none</param>
    /// <exception cref="ArgumentNullException">there are no rows or no label.</exception>
    /// <exception cref="ArgumentException">a column that is named is not there, or no column is left to learn from.</exception>
    /// <exception cref="InvalidDataException">
    /// a column declared numeric holds text or no values, or a column has more than 1,000 categories to encode one-hot.
    /// </exception>
    public static TableEncoder Fit(Table training, string label, TableOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(label);
        options ??= new TableOptions();
        int labelColumn = training.IndexOf(label);
        foreach (string named in options.ColumnTypes.Keys) training.IndexOf(named);

        Dictionary<string, ColumnType> types = [];
        List<ColumnEncoder> columns = [];
        for (int column = 0; column < training.Columns.Count; column++)
        {
            if (column == labelColumn) continue;
            string name = training.Columns[column];
            ColumnType type = types[name] = options.ColumnTypes.TryGetValue(name, out ColumnType told) ? told : Found(training, column);
            if (type == ColumnType.Numeric) columns.Add(NumericEncoder.Fit(training, column, options.Scaling));
            if (type == ColumnType.Categorical) columns.Add(CategoryEncoder.Fit(training, column, options.Categories));
        }

        if (columns.Count == 0) throw new ArgumentException($"Beside '{label}' there is no column to learn from.", nameof(training));
        return new TableEncoder([.. columns], new ReadOnlyDictionary<string, ColumnType>(types));
    }

    /// <summary>The features of a table's rows, features × rows.</summary>
    /// <param name="table">the rows; columns go by their names, and others than in training are passed over</param>
    /// <exception cref="ArgumentNullException">there is no table.</exception>
    /// <exception cref="ArgumentException">a column is not there.</exception>
    /// <exception cref="InvalidDataException">a numeric column holds text.</exception>
    public Matrix<float> Encode(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        int height = Features, first = 0;
        float[] features = new float[checked(height * table.RowCount)];
        foreach (ColumnEncoder column in columns)
        {
            int index = table.IndexOf(column.Column), width = column.Features;
            for (int row = 0; row < table.RowCount; row++)
            {
                column.Encode(table, row, index, features.AsSpan(row * height + first, width));
            }

            first += width;
        }

        return Matrix<float>.Build.Dense(height, table.RowCount, features);
    }

    /// <summary>The columns but the label as files describe them, the ignored ones by their names alone.</summary>
    internal IReadOnlyList<ColumnDescription> Describe()
    {
        var encoders = columns.ToDictionary(column => column.Column);
        return [.. ColumnTypes.Keys.Select(name => encoders.TryGetValue(name, out ColumnEncoder? column) ? column.Describe() : new ColumnDescription(name))];
    }

    private static ColumnType Found(Table table, int column)
    {
        ColumnType found = ColumnType.Ignored;
        for (int row = 0; row < table.RowCount; row++)
        {
            if (table[row, column] is not { } text) continue;
            if (!Numbers.TryParse(text, out _)) return ColumnType.Categorical;
            found = ColumnType.Numeric;
        }

        return found;
    }
}
