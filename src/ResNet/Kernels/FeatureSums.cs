using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>Sums over columns that lie one after the other, feature by feature, in double precision.</summary>
internal static unsafe class FeatureSums
{
    /// <summary>sums += Σ z, squares += Σ z² over the columns: as many features as z has, and up to whole vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddMoments(ReadOnlySpan<float> z, int features, Span<double> sums, Span<double> squares)
    {
        fixed (float* first = z)
        fixed (double* ofSums = sums, ofSquares = squares)
        {
            for (int i = 0; i < features; i += Sixteen.Count)
            {
                Sixteen sum = default, square = default;
                for (float* column = first; column < first + z.Length; column += features)
                {
                    Sixteen x = Sixteen.Load(column + i, features - i);
                    sum += x;
                    square += x * x;
                }

                (Sixteen.Load(ofSums + i) + sum).Store(ofSums + i);
                (Sixteen.Load(ofSquares + i) + square).Store(ofSquares + i);
            }
        }
    }
}
