using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>Sums over columns that lie one after the other, feature by feature, in double precision.</summary>
internal static unsafe class FeatureSums
{
    /// <summary>sums += Σ z, squares += Σ z² over the columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddMoments(ReadOnlySpan<float> z, int features, Span<double> sums, Span<double> squares)
    {
        fixed (float* first = z)
        fixed (double* ofSums = sums, ofSquares = squares)
        {
            float* end = first + z.Length;
            int i = 0;
            for (; i + 16 <= features; i += 16)
            {
                Vector512<double> low = default, high = default, lowSquares = default, highSquares = default;
                for (float* column = first + i; column < end; column += features)
                {
                    (Vector512<double> x, Vector512<double> y) = Vector512.Widen(Vector512.Load(column));
                    low += x;
                    high += y;
                    lowSquares += x * x;
                    highSquares += y * y;
                }

                (Vector512.Load(ofSums + i) + low).Store(ofSums + i);
                (Vector512.Load(ofSums + i + 8) + high).Store(ofSums + i + 8);
                (Vector512.Load(ofSquares + i) + lowSquares).Store(ofSquares + i);
                (Vector512.Load(ofSquares + i + 8) + highSquares).Store(ofSquares + i + 8);
            }

            for (; i < features; i++)
            {
                double sum = 0, square = 0;
                for (float* column = first + i; column < end; column += features)
                {
                    sum += *column;
                    square += (double)*column * *column;
                }

                ofSums[i] += sum;
                ofSquares[i] += square;
            }
        }
    }
}
