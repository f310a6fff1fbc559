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

    /// <summary>Whether both scale alike.</summary>
    /// <param name="other">the other part</param>
    public bool Equals(StandardizationPart? other) =>
        base.Equals(other) && Undoes == other.Undoes
        && Standardization.Means.SequenceEqual(other.Standardization.Means)
        && Standardization.Deviations.SequenceEqual(other.Standardization.Deviations);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(base.GetHashCode(), Undoes, Standardization.Means[0], Standardization.Deviations[0]);
}
