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
/// <see cref="TableOptions.CategoryEncoding"/> says; a missing value is a category of its own if it occurs in the training rows. A
/// date becomes the scaled time since 1970 and sine and cosine of where it is in the year, month, week and day, as far as these vary.
/// </remarks>
public sealed class TableEncoder
{
    /// <summary>The rows that a thread encodes at a time: their features stay in its cache.</summary>
    private const int RowsAtOnce = 512;

    private readonly ColumnEncoder[] columns;

    /// <summary>The rows that it was fitted to, whose odd cells are missing values; none in one from a file.</summary>
    private readonly WeakReference<Table>? fitted;

    internal TableEncoder(
        ColumnEncoder[] columns, IReadOnlyDictionary<string, ColumnType> types, MissingMarks missing, OddCells odd, Table? fitted = null)
    {
        Missing = missing;
        OddCells = odd;
        this.fitted = fitted is null ? null : new WeakReference<Table>(fitted);
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
    public IReadOnlyList<string> FeatureNames => field ??= Array.AsReadOnly([.. Origins.Select(origin => origin.Feature)]);

    /// <summary>The features: from which column each comes, and what it is.</summary>
    public IReadOnlyList<FeatureOrigin> Origins => field ??= Array.AsReadOnly([.. columns.SelectMany(column => column.Origins)]);

    /// <summary>The features that hold codes of categories; empty with <see cref="CategoryEncoding.OneHot"/>.</summary>
    public IReadOnlyList<CategoryCodes> Codes { get; }

    /// <summary>The number of features.</summary>
    internal int Features { get; }

    /// <summary>The marks of missing values in rows to encode.</summary>
    internal MissingMarks Missing { get; }

    /// <summary>What becomes of cells in columns of numbers or dates that are none.</summary>
    internal OddCells OddCells { get; }

    /// <summary>Fits an encoder to training rows.</summary>
    /// <param name="training">the training rows</param>
    /// <param name="label">the column to predict, which has no features</param>
    /// <param name="options">the types of columns and their encoding; null for the defaults</param>
    /// <exception cref="ArgumentNullException">the table or the label is null.</exception>
    /// <exception cref="ArgumentException">a named column does not exist, or no column is left to learn from.</exception>
    /// <exception cref="InvalidDataException">
    /// a column cannot be what it was told to be, or holds a number too large for a feature.
    /// </exception>
    public static TableEncoder Fit(Table training, string label, TableOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(label);
        options ??= new TableOptions();
        return Fit(training, training, [label], new TableSchema(training, [label], options), options);
    }

    /// <summary>The same encoder, with another way with odd cells.</summary>
    internal TableEncoder With(OddCells oddCells) =>
        new(columns, ColumnTypes, Missing, oddCells, fitted is not null && fitted.TryGetTarget(out Table? all) ? all : null);

    /// <summary>Fits an encoder to training rows.</summary>
    /// <param name="training">the training rows</param>
    /// <param name="all">these and rows held out, by which was decided what the columns are</param>
    /// <param name="labels">the columns to predict</param>
    /// <param name="schema">what the columns are</param>
    /// <param name="options">their encoding</param>
    internal static TableEncoder Fit(Table training, Table all, string[] labels, TableSchema schema, TableOptions options)
    {
        schema.RefuseBroken();
        ColumnSchema[] used =
            [.. schema.Columns.Values.Select(finding => finding.Schema).Where(column => column.Type != ColumnType.Ignored)];
        if (used.Length == 0)
        {
            string named = Shown.List(labels.Select(label => $"'{label}'")), hint = all.Columns.Count == 1 ? all.OneColumnHint : "";
            throw new ArgumentException($"There is no column to learn from except {named}.{hint}", nameof(training));
        }

        ColumnEncoder[] columns = EncodersOf(training, used, options);
        var types = new OrderedDictionary<string, ColumnType>(StringComparer.Ordinal);
        foreach ((string name, ColumnFinding finding) in schema.Columns) types.Add(name, finding.Schema.Type);
        return new TableEncoder(
            columns, new ReadOnlyDictionary<string, ColumnType>(types), training.Dialect.Missing, options.OddCells, fitted: all);
    }

    /// <summary>The features of a table's rows, features × rows.</summary>
    /// <param name="table">the rows; columns are found by name, and columns that training did not have are ignored</param>
    /// <exception cref="ArgumentNullException">the table is null.</exception>
    /// <exception cref="ArgumentException">a column is missing.</exception>
    /// <exception cref="InvalidDataException">a cell is invalid for its column; see <see cref="TableOptions.OddCells"/>.</exception>
    public Matrix<float> Encode(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Encode(table, isFit: fitted is not null && fitted.TryGetTarget(out Table? all) && ReferenceEquals(all, table));
    }

    /// <summary>The texts in a table of which the encoder knows nothing, those of the first column first.</summary>
    internal IEnumerable<UnknownCells> UnknownIn(Table table)
    {
        table.RefuseWithout(columns.Select(column => column.Column));
        foreach (ColumnEncoder column in columns)
        {
            int index = table.IndexOf(column.Column);
            foreach (WrittenText cell in table.CountsOf(index).Written.OrderBy(cell => cell.FirstRow))
            {
                if (table.IsMissing(index, cell.Text, Missing) || column.Knows(cell.Text, table.Dialect.IsByHand)) continue;
                yield return new UnknownCells(column.Column, cell.Text, cell.Count, table.Place(cell.FirstRow, index), column.Unknown);
            }
        }
    }

    /// <summary>The features of rows.</summary>
    /// <param name="table">the rows</param>
    /// <param name="isFit">whether they are among those that the encoder is fitted to, so that odd cells may be missing</param>
    internal Matrix<float> Encode(Table table, bool isFit)
    {
        table.RefuseWithout(columns.Select(column => column.Column));
        bool oddIsMissing = OddCells == OddCells.Missing || (isFit && OddCells == OddCells.MissingInFit);
        RowEncoder[] encoders =
            [.. columns.Select(column => column.Over(table, table.IndexOf(column.Column), new CellReading(Missing, oddIsMissing)))];
        int height = Features, rows = table.RowCount;
        float[] features = new float[checked(height * rows)];
        Parallel.For(0, (rows + RowsAtOnce - 1) / RowsAtOnce, block =>
        {
            for (int row = block * RowsAtOnce; row < Math.Min((block + 1) * RowsAtOnce, rows); row++)
            {
                int first = row * height;
                for (int column = 0; column < encoders.Length; column++)
                {
                    encoders[column](row, features.AsSpan(first, columns[column].Features));
                    first += columns[column].Features;
                }
            }
        });
        return Matrix<float>.Build.Dense(height, rows, features);
    }

    /// <summary>The columns that it encodes and the number of features that they become.</summary>
    public override string ToString()
    {
        string all = $"{Shown.Count(columns.Length, "column")} as {Shown.Count(Features, "feature")}: ";
        return all + Shown.List(columns.Select(column => Shown.Name(column.Column)), Shown.Width - "from ".Length - all.Length);
    }

    /// <summary>Whether the numbers of a column have a decimal comma.</summary>
    internal bool HasDecimalComma => columns.OfType<NumericEncoder>().Any(column => column.Format.Mark == ',');

    /// <summary>The description for files; of ignored columns only the names.</summary>
    /// <param name="labels">the columns that are predicted</param>
    internal SavedTable Describe(IReadOnlyList<SavedLabel> labels)
    {
        var encoders = columns.ToDictionary(column => column.Column);
        SavedColumn[] saved = [.. ColumnTypes.Keys.Select(name =>
            encoders.TryGetValue(name, out ColumnEncoder? column) ? column.Describe() : new SavedColumn(name))];
        return new SavedTable(labels[0].Name, saved)
        {
            MissingTexts = Missing.Added.Count > 0 ? Missing.Added : null,
            OddCells = OddCells == OddCells.MissingInFit ? null : OddCells.ToString(),
            LabelFormat = labels[0].Format,
            Labels = labels.Count > 1 || labels[0].Classes is not null ? labels : null,
        };
    }

    /// <exception cref="InvalidDataException">a column is refused: the first such, whichever thread came upon it.</exception>
    private static ColumnEncoder[] EncodersOf(Table training, ColumnSchema[] schemas, TableOptions options)
    {
        var columns = new ColumnEncoder[schemas.Length];
        var refusals = new InvalidDataException?[schemas.Length];
        Parallel.For(0, schemas.Length, () => new double[training.RowCount], Fit, _ => { });
        return Array.Find(refusals, refusal => refusal is not null) is { } first ? throw first : columns;

        double[] Fit(int column, ParallelLoopState state, double[] buffer)
        {
            try
            {
                columns[column] = EncoderOf(training, schemas[column], options, buffer);
            }
            catch (InvalidDataException refusal)
            {
                refusals[column] = refusal;
            }

            return buffer;
        }
    }

    private static ColumnEncoder EncoderOf(Table training, ColumnSchema schema, TableOptions options, double[] buffer)
    {
        int column = training.IndexOf(schema.Name);
        if (schema.Format is null)
        {
            return CategoryEncoder.Fit(training, column, options.CategoryEncoding);
        }

        var values = new ColumnValues(training, column, schema.Format, training.MarksIn(column), oddIsMissing: true);
        return schema.Format switch
        {
            DateFormat format => DateEncoder.Fit(schema.Name, format, values),
            NumberFormat format => NumericEncoder.Fit(schema.Name, format, values, options.Scaling, buffer),
            _ => throw new NotSupportedException($"There is no encoder for {schema.Format.Kind}."),
        };
    }
}
