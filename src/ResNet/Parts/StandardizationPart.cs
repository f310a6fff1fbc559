namespace ResNet;

/// <summary>x' = (x − μ)/σ of each feature, or back, x = σx' + μ.</summary>
public sealed record StandardizationPart : Part
{
    internal StandardizationPart(Standardization standardization, bool undoes)
        : base(string.Empty, new(standardization.Means.Count), new(standardization.Means.Count))
    {
        Standardization = standardization;
        Undoes = undoes;
    }

    /// <summary>μ and σ.</summary>
    public Standardization Standardization { get; }

    /// <summary>Whether it leads back to the features' own units.</summary>
    public bool Undoes { get; }
}
