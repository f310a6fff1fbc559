namespace ResNet.Tabular;

/// <summary>
/// How numbers are scaled. x is the number; statistics are those of the column's values in the training rows.
/// </summary>
public enum NumericScaling
{
    /// <summary>(x − μ)/σ with the mean μ and the population standard deviation σ. Outliers stay outliers.</summary>
    Standardize,

    /// <summary>
    /// Φ⁻¹(F(x)): the share F of values below x, then the inverse Φ⁻¹ of the normal distribution function, so that a column
    /// becomes approximately normal however skewed it was. F is linear between at most 1,000 quantiles (by linear interpolation of
    /// order statistics), and the middle where quantiles are equal. Values outside the range of the training rows are clipped to
    /// it, and F to [10⁻⁴, 1 − 10⁻⁴], so that features stay within ±3.72. For columns with outliers.
    /// </summary>
    QuantileNormal,
}
