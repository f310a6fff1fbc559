namespace ResNet.Tabular;

/// <summary>The description of a numeric column's encoding in files.</summary>
/// <param name="Median">the median of the training rows' values</param>
/// <param name="HasMissing">whether values were missing there</param>
internal sealed record SavedNumbers(double Median, bool HasMissing)
{
    /// <summary>Null where the column is scaled by its quantiles.</summary>
    public SavedStandardization? Standardization { get; init; }

    /// <summary>Null where the column is standardized.</summary>
    public IReadOnlyList<double>? Quantiles { get; init; }

    /// <summary>How its numbers are written; null for plainly, with a decimal point.</summary>
    public SavedNumberFormat? Format { get; init; }

    /// <summary>The encoder described.</summary>
    /// <param name="column">the column's name</param>
    /// <exception cref="ArgumentException">the description is invalid.</exception>
    public NumericEncoder Encoder(string column) => IsNumber(Median)
        ? new(column, SavedNumberFormat.FormatOf(Format), Median, Scale(), HasMissing)
        : throw new ArgumentException("The median is out of range.");

    private Scale Scale() => (Standardization, Quantiles) switch
    {
        ({ } given, null) => IsNumber(given.Mean) && IsNumber(given.Deviation) && given.Deviation >= 0
            ? new Standardization(given.Mean, given.Deviation)
            : throw new ArgumentException("The mean or the standard deviation is out of range."),
        (null, { } knots) => knots.Count is > 0 and <= QuantileNormal.MostKnots && knots.All(IsNumber) && IsAscending(knots)
            ? new QuantileNormal([.. knots])
            : throw new ArgumentException($"Expected 1 to {QuantileNormal.MostKnots} finite quantiles in ascending order."),
        _ => throw new ArgumentException("Expected either a standardization or quantiles."),
    };

    private static bool IsNumber(double value) => float.IsFinite((float)value);

    private static bool IsAscending(IReadOnlyList<double> values) =>
        Enumerable.Range(1, values.Count - 1).All(k => values[k - 1] <= values[k]);
}
