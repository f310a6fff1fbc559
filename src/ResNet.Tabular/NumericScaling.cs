namespace ResNet.Tabular;

/// <summary>
/// How numbers are brought to one scale, x the number and the statistics those of the column's values in the training rows.
/// </summary>
public enum NumericScaling
{
    /// <summary>(x − μ)/σ with the mean μ and the population standard deviation σ. Far values stay far.</summary>
    Standardize,

    /// <summary>
    /// Φ⁻¹(F(x)): the share F of values below x, then the inverse Φ⁻¹ of the normal distribution, so that a column becomes
    /// about normal however skewed it was. F is linear between at most 1,000 quantiles (by linear interpolation of order
    /// statistics); where quantiles tie it takes their middle. Values beyond the training rows' count as the nearest of
    /// those, and F is clipped to [10⁻⁴, 1 − 10⁻⁴], so that features stay within ±3.72. For columns with far values.
    /// </summary>
    QuantileNormal,
}
