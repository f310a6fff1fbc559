using System.Globalization;

namespace ResNet.Tabular;

/// <summary>
/// How much each row of a table counts, in the loss of a fit or in metrics: numbers that are not negative, from a column of the table or
/// from an array. Only their ratios matter.
/// </summary>
/// <example>
/// <code>
/// var options = new TabularOptions { Weights = RowWeights.InColumn("people") }; // each row stands for so many people
/// </code>
/// </example>
public sealed class RowWeights
{
    private readonly IReadOnlyList<float> values;

    private RowWeights(string? column, IReadOnlyList<float> values)
    {
        Column = column;
        this.values = values;
    }

    /// <summary>The column with the weights; null where an array has them.</summary>
    public string? Column { get; }

    /// <summary>Weights in a column of numbers, from which a model does not learn otherwise.</summary>
    /// <param name="column">its name</param>
    /// <exception cref="ArgumentNullException">the name is null.</exception>
    public static RowWeights InColumn(string column) => new(column ?? throw new ArgumentNullException(nameof(column)), []);

    /// <summary>Weights in the order of the rows.</summary>
    /// <param name="weights">one for each row; copied</param>
    /// <exception cref="ArgumentNullException">the list is null.</exception>
    /// <exception cref="ArgumentException">a weight is negative or not finite, or none is above 0.</exception>
    public static RowWeights Of(params IReadOnlyList<float> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        float[] copy = [.. weights];
        int wrong = Array.FindIndex(copy, weight => !(weight >= 0 && float.IsFinite(weight)));
        if (wrong >= 0)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"Weight {wrong} is {copy[wrong]}; it must be finite and not negative."),
                nameof(weights));
        }

        if (!copy.Any(weight => weight > 0)) throw new ArgumentException("At least one row needs a weight above 0.", nameof(weights));
        return new RowWeights(null, Array.AsReadOnly(copy));
    }

    /// <summary>Where the weights are.</summary>
    public override string ToString() => Column is null ? Shown.Count(values.Count, "weight") : $"weights in {Shown.Name(Column)}";

    /// <summary>The weight of each row.</summary>
    /// <exception cref="ArgumentException">there is no such column, or there are not as many weights as rows.</exception>
    /// <exception cref="InvalidDataException">a cell of the column is no weight.</exception>
    internal IReadOnlyList<float> For(Table table)
    {
        if (Column is not null) return In(table, table.IndexOf(Column));
        return values.Count == table.RowCount
            ? values
            : throw new ArgumentException($"There are {values.Count} weights, but {Shown.Count(table.RowCount, "row")}.");
    }

    /// <summary>The weights of some of the rows.</summary>
    internal RowWeights At(IReadOnlyList<int> rows) => Column is null ? new RowWeights(null, [.. rows.Select(row => values[row])]) : this;

    private static float[] In(Table table, int column)
    {
        var format = (NumberFormat)ColumnRules.NumberFormatOf(table, new ColumnCells(table, column)).Format;
        float[] weights = ColumnValues.AllOf(table, column, format, TroubleOf);
        return weights.Any(weight => weight > 0) ? weights : throw table.Broken(column, "at least one weight must be above 0");
    }

    private static string? TroubleOf(float weight) =>
        weight >= 0 ? null : float.IsNaN(weight) ? "the weight is missing" : "a weight must not be negative";
}
