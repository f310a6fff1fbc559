using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>
/// Element-wise functions that give an element the same bits at any index of a span of any length. The tensor library
/// uses another algorithm below one vector, so short spans are padded.
/// </summary>
internal static class Elementwise
{
    /// <summary>Shorter spans are padded to this length, four of the widest vectors.</summary>
    private const int Shortest = 64;

    public static void Exp(ReadOnlySpan<float> x, Span<float> y)
    {
        if (x.Length >= Shortest)
        {
            TensorPrimitives.Exp(x, y);
            return;
        }

        Span<float> padded = stackalloc float[Shortest];
        padded.Clear();
        x.CopyTo(padded);
        TensorPrimitives.Exp<float>(padded, padded);
        padded[..x.Length].CopyTo(y);
    }

    /// <summary>z becomes exp(zᵢ)/Σₖ exp(zₖ); the maximum is subtracted first.</summary>
    /// <returns>log Σₖ exp(zₖ − max z)</returns>
    public static float Softmax(Span<float> z)
    {
        TensorPrimitives.Subtract(z, TensorPrimitives.Max(z), z);
        Exp(z, z);
        float sum = (float)Reductions.Sum(z);
        TensorPrimitives.Divide(z, sum, z);
        return MathF.Log(sum);
    }

    /// <summary>y += x.</summary>
    public static void AddTo(Span<float> y, ReadOnlySpan<float> x) => TensorPrimitives.Add(y, x, y);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool AllFinite(ReadOnlySpan<float> x)
    {
        // x − x is 0 for a finite number and NaN for any other, and a sum with a NaN is NaN
        Vector512<float> sums = default;
        int i = 0;
        for (; i + 16 <= x.Length; i += 16) sums += Vector512.Create(x[i..]) - Vector512.Create(x[i..]);
        float sum = Vector512.Sum(sums);
        for (; i < x.Length; i++) sum += x[i] - x[i];
        return sum == 0;
    }
}
