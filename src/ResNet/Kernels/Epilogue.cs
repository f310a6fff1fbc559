namespace ResNet;

/// <summary>What becomes of a product's finished sums on their way to memory: g(sum + T).</summary>
internal readonly ref struct Epilogue
{
    /// <summary>T, of the product's own shape; empty for zero.</summary>
    public ReadOnlySpan<float> Addend { get; init; }

    /// <summary>What g does.</summary>
    public Rectification Rectification { get; init; }

    /// <summary>What g multiplies by, if it leaks.</summary>
    public float Slope { get; init; }

    /// <summary>Whose sign decides for g, of the product's own shape; empty for the sums' own.</summary>
    public ReadOnlySpan<float> Sign { get; init; }
}

/// <summary>What becomes of a value whose sign is negative or zero.</summary>
internal enum Rectification
{
    /// <summary>It stays.</summary>
    None,

    /// <summary>It becomes 0.</summary>
    Cuts,

    /// <summary>It is multiplied by a slope.</summary>
    Leaks,
}
