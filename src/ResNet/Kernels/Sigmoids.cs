using System.Numerics.Tensors;

namespace ResNet;

/// <summary>The derivatives of the smooth activation functions, multiplied onto a gradient d.</summary>
internal static class Sigmoids
{
    private const int Chunk = 256;

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

    /// <summary>SiLU: a = z·σ(z).</summary>
    public static void Silu(ReadOnlySpan<float> z, Span<float> a)
    {
        Span<float> sigmoid = stackalloc float[Chunk];
        for (int i = 0; i < z.Length; i += Chunk)
        {
            ReadOnlySpan<float> part = z.Slice(i, Math.Min(Chunk, z.Length - i));
            Elementwise.Sigmoid(part, sigmoid);
            TensorPrimitives.Multiply(part, sigmoid[..part.Length], a[i..]);
        }
    }

    /// <summary>d ← d·s(1 + z(1 − s)) with s = σ(z).</summary>
    public static void DifferentiateSilu(ReadOnlySpan<float> z, Span<float> d)
    {
        Span<float> sigmoid = stackalloc float[Chunk];
        for (int i = 0; i < z.Length; i += Chunk)
        {
            int count = Math.Min(Chunk, z.Length - i);
            Elementwise.Sigmoid(z.Slice(i, count), sigmoid);
            for (int j = 0; j < count; j++)
            {
                float s = sigmoid[j];
                d[i + j] *= s * (1 + z[i + j] * (1 - s));
            }
        }
    }
}
