namespace ResNet;

/// <summary>
/// A distribution function G that is symmetric, G(z) + G(−z) = 1, and so makes an activation z·G(z). It is told by its tail:
/// what it is at −x and below.
/// </summary>
internal interface IGate
{
    /// <summary>G(−x) for x ≥ 0.</summary>
    static abstract TVector Tail<TSimd, TVector>(TVector x)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct;

    /// <summary>The derivative of z·G(z) at z = −x for x ≥ 0: G(−x) − x·G'(−x).</summary>
    static abstract TVector Slope<TSimd, TVector>(TVector x)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct;
}
