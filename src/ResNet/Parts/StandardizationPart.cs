namespace ResNet;

/// <summary>x' = (x − μ)/σ of each feature, or back, x = σx' + μ.</summary>
/// <param name="Standardization">μ and σ</param>
/// <param name="Undoes">whether it leads back to the features' own units</param>
public sealed record StandardizationPart(Standardization Standardization, bool Undoes)
    : Part(string.Empty, new(Standardization.Means.Count), new(Standardization.Means.Count))
{
    /// <inheritdoc/>
    public override IReadOnlyList<PartArray> Arrays =>
    [
        Vector("means", ArrayKind.Constant, FirstValues.Given(Standardization.Means)),
        Vector("deviations", ArrayKind.Constant, FirstValues.Given(Standardization.Deviations)),
    ];
}
