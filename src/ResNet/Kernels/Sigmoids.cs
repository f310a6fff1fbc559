namespace ResNet;

/// <summary>The derivatives of tanh and the logistic function, multiplied onto a gradient d.</summary>
internal static class Sigmoids
{
    /// <summary>d ← d·(1 − a²) from a = tanh z.</summary>
    public static void DifferentiateTanh(ReadOnlySpan<float> a, Span<float> d)
    {
        for (int i = 0; i < a.Length; i++) d[i] *= 1 - a[i] * a[i];
    }

    /// <summary>d ← d·a(1 − a) from a = σ(z).</summary>
    public static void DifferentiateSigmoid(ReadOnlySpan<float> a, Span<float> d)
    {
        for (int i = 0; i < a.Length; i++) d[i] *= a[i] * (1 - a[i]);
    }
}
