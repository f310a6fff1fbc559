using System.Collections.ObjectModel;
using MathNet.Numerics.LinearAlgebra;

namespace ResNet.Tabular;

/// <summary>
/// Encodes the rows of a table as features for a network. It is fitted to the training rows only, so nothing leaks from rows held
/// out, and is immutable afterwards.
/// </summary>
/// <remarks>
/// A numeric column becomes one scaled feature; a missing value is replaced by the median. If values were missing in the training
/// rows, a second feature is 1 where the value is missing. A categorical column is encoded as
/// <see cref="TableOptions.CategoryEncoding"/> says; a missing value is a category of its own if it occurs in the training rows.
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

    /// <summary>The type of every column except the label, given or detected, by name.</summary>
    public IReadOnlyDictionary<string, ColumnType> ColumnTypes { get; }

    /// <summary>The names of the features, such as <c>age</c>, <c>age is missing</c> or <c>sex=Female</c>.</summary>
    public IReadOnlyList<string> FeatureNames => field ??= Array.AsReadOnly([.. columns.SelectMany(column => column.FeatureNames)]);

    /// <summary>The features that hold codes of categories; empty with <see cref="CategoryEncoding.OneHot"/>.</summary>
    public IReadOnlyList<CategoryCodes> Codes { get; }

    /// <summary>The number of features.</summary>
    internal int Features { get; }

    /// <summary>Fits an encoder to training rows.</summary>
    /// <param name="training">the training rows</param>
    /// <param name="label">the column to predict, which has no features</param>
    /// <param name="options">the types of columns and their encoding; null for the defaults</param>
    /// <exception cref="ArgumentNullException">the table or the label is null.</exception>
    /// <exception cref="ArgumentException">a named column does not exist, or no column is left to learn from.</exception>
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
            ColumnType type = types[name] = options.ColumnTypes.TryGetValue(name, out ColumnType given) ? given : Detect(training, column);
            if (type == ColumnType.Numeric) columns.Add(NumericEncoder.Fit(training, column, options.Scaling));
            if (type == ColumnType.Categorical) columns.Add(CategoryEncoder.Fit(training, column, options.CategoryEncoding));
        }

        if (columns.Count == 0) throw new ArgumentException($"There is no column to learn from except '{label}'.", nameof(training));
        return new TableEncoder([.. columns], new ReadOnlyDictionary<string, ColumnType>(types));
    }

    /// <summary>The features of a table's rows, features × rows.</summary>
    /// <param name="table">the rows; columns are found by name, and columns that training did not have are ignored</param>
    /// <exception cref="ArgumentNullException">the table is null.</exception>
    /// <exception cref="ArgumentException">a column is missing.</exception>
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

    /// <summary>The columns that it encodes and the number of features that they become.</summary>
    public override string ToString()
    {
        string all = $"{Shown.Count(columns.Length, "column")} as {Shown.Count(Features, "feature")}: ";
        return all + Shown.List(columns.Select(column => Shown.Name(column.Column)), Shown.Width - "from ".Length - all.Length);
    }

    /// <summary>The descriptions of the columns except the label for files; of ignored ones only the names.</summary>
    internal IReadOnlyList<ColumnDescription> Describe()
    {
        var encoders = columns.ToDictionary(column => column.Column);
        return [.. ColumnTypes.Keys.Select(name =>
            encoders.TryGetValue(name, out ColumnEncoder? column) ? column.Describe() : new ColumnDescription(name))];
    }

    private static ColumnType Detect(Table table, int column)
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
