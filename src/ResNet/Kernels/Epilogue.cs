namespace ResNet;

/// <summary>
/// What is done to a product's finished sums before they are stored: g(sum + T), with a rectifier g.
/// </summary>
internal readonly ref struct Epilogue()
{
    /// <summary>The sums unchanged.</summary>
    public static Epilogue None => new();

    /// <summary>T, of the product's shape; empty for zero.</summary>
    public ReadOnlySpan<float> Addend { get; init; }

    /// <summary>What g multiplies by where the sign is negative or zero: 1 changes nothing, 0 is a ReLU.</summary>
    public float Slope { get; init; } = 1;

    /// <summary>The values whose signs g uses, of the product's shape; empty for the sums themselves.</summary>
    public ReadOnlySpan<float> Sign { get; init; }
}
