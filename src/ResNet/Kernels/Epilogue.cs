namespace ResNet;

/// <summary>
/// What becomes of a product's finished sums on their way to memory: g(sum + T), with a rectifier g.
/// </summary>
internal readonly ref struct Epilogue()
{
    /// <summary>The sums as they are.</summary>
    public static Epilogue None => new();

    /// <summary>T, of the product's own shape; empty for zero.</summary>
    public ReadOnlySpan<float> Addend { get; init; }

    /// <summary>What g multiplies by where the sign is negative or zero: 1 leaves all as it is, 0 cuts.</summary>
    public float Slope { get; init; } = 1;

    /// <summary>Whose sign decides for g, of the product's own shape; empty for the sums' own.</summary>
    public ReadOnlySpan<float> Sign { get; init; }
}
