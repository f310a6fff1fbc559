namespace ResNet;

/// <summary>
/// GELU, g(z) = z·Φ(z) with the standard normal distribution function Φ(z) = ½·erfc(−z/√2) (Hendrycks and Gimpel 2016).
/// </summary>
internal static class Gelu
{
    private const int Chunk = 256;
    private const float InverseRoot2 = 0.70710678118654752f;
    private const float InverseRoot2Pi = 0.39894228040143268f;

    /// <summary>a = z·Φ(z).</summary>
    public static void Apply(ReadOnlySpan<float> z, Span<float> a)
    {
        Span<float> phi = stackalloc float[Chunk];
        for (int i = 0; i < z.Length; i += Chunk)
        {
            int count = Math.Min(Chunk, z.Length - i);
            Distribution(z.Slice(i, count), phi);
            for (int j = 0; j < count; j++) a[i + j] = z[i + j] * phi[j];
        }
    }

    /// <summary>d ← d·(Φ(z) + z·φ(z)) with the density φ(z) = exp(−z²/2)/√(2π).</summary>
    public static void Differentiate(ReadOnlySpan<float> z, Span<float> d)
    {
        Span<float> phi = stackalloc float[Chunk];
        Span<float> density = stackalloc float[Chunk];
        for (int i = 0; i < z.Length; i += Chunk)
        {
            int count = Math.Min(Chunk, z.Length - i);
            ReadOnlySpan<float> part = z.Slice(i, count);
            Distribution(part, phi);
            for (int j = 0; j < count; j++) density[j] = -0.5f * part[j] * part[j];
            Elementwise.Exp(density[..count], density);
            for (int j = 0; j < count; j++) d[i + j] *= phi[j] + part[j] * (InverseRoot2Pi * density[j]);
        }
    }

    /// <summary>
    /// Φ(z). erfc is the Chebyshev fit of Press et al., Numerical Recipes, §6.2, whose relative error is below 1.2e-7:
    /// erfc(x) = t·exp(−x² + P(t)) with t = 1/(1 + x/2) for x ≥ 0, and erfc(−x) = 2 − erfc(x).
    /// </summary>
    private static void Distribution(ReadOnlySpan<float> z, Span<float> phi)
    {
        Span<float> exponent = stackalloc float[Chunk];
        for (int j = 0; j < z.Length; j++)
        {
            float x = Math.Abs(z[j]) * InverseRoot2;
            exponent[j] = -x * x + Fit(1 / (1 + 0.5f * x));
        }

        Elementwise.Exp(exponent[..z.Length], exponent);
        for (int j = 0; j < z.Length; j++)
        {
            float x = Math.Abs(z[j]) * InverseRoot2;
            float tail = 0.5f * exponent[j] / (1 + 0.5f * x);
            phi[j] = z[j] >= 0 ? 1 - tail : tail;
        }
    }

    private static float Fit(float t) =>
        -1.26551223f + t * (1.00002368f + t * (0.37409196f + t * (0.09678418f + t * (-0.18628806f
        + t * (0.27886807f + t * (-1.13520398f + t * (1.48851587f + t * (-0.82215223f + t * 0.17087277f))))))));
}
