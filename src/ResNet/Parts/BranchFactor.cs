namespace ResNet;

/// <summary>A factor that multiplies the residual branch F just before the addition: s·F(a) + S(a).</summary>
public readonly record struct BranchFactor
{
    /// <summary>Null where there is no factor, so that the default value of the type is <see cref="None"/>.</summary>
    private readonly float? value;

    private BranchFactor(float value, bool isLearned)
    {
        this.value = value;
        IsLearned = isLearned;
    }

    /// <summary>No factor: s = 1. The default.</summary>
    public static BranchFactor None => default;

    /// <summary>A learned scalar that starts at 0 (ReZero, Bachlechner et al. 2020).</summary>
    public static BranchFactor Learned { get; } = new(0, isLearned: true);

    /// <summary>The factor s, or its first value where it is learned.</summary>
    public float Value => value ?? 1;

    /// <summary>Whether s is a parameter.</summary>
    public bool IsLearned { get; }

    /// <summary>A fixed factor, such as 1/√blocks.</summary>
    /// <param name="value">the factor s, finite</param>
    /// <exception cref="ArgumentOutOfRangeException">the factor is not finite.</exception>
    public static BranchFactor Fixed(float value) => float.IsFinite(value)
        ? new(value, isLearned: false)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A branch factor must be finite.");

    /// <summary>The factor in words.</summary>
    public override string ToString() => IsLearned ? "learned" : Value.ToString("G4", System.Globalization.CultureInfo.InvariantCulture);
}
