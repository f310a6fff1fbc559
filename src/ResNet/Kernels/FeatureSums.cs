using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>
/// Sums over columns that lie one after the other, feature by feature, in double precision: groups of eight columns are added pairwise.
/// </summary>
internal static unsafe class FeatureSums
{
    private const int Group = 8;

    /// <summary>Σ z and Σ z² over the columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Moments(ReadOnlySpan<float> z, int features, Span<double> sums, Span<double> squares)
    {
        double* memory = stackalloc double[PairwiseSums.LengthFor(z.Length / features / Group + 1, 32)];
        fixed (float* first = z)
        fixed (double* ofSums = sums, ofSquares = squares)
        {
            float* end = first + z.Length;
            int i = 0;
            for (; i + 16 <= features; i += 16)
            {
                var groups = new PairwiseSums(memory, 32);
                for (float* group = first; group < end; group += Group * features)
                {
                    MomentsOfSixteen(group + i, Lesser(group + Group * features, end), features, groups.Next);
                    groups.Add();
                }

                double* total = groups.Total();
                Vector512.Load(total).Store(ofSums + i);
                Vector512.Load(total + 8).Store(ofSums + i + 8);
                Vector512.Load(total + 16).Store(ofSquares + i);
                Vector512.Load(total + 24).Store(ofSquares + i + 8);
            }

            for (; i < features; i++)
            {
                var groups = new PairwiseSums(memory, 2);
                for (float* group = first; group < end; group += Group * features)
                {
                    MomentsOfOne(group + i, Lesser(group + Group * features, end), features, groups.Next);
                    groups.Add();
                }

                double* total = groups.Total();
                (ofSums[i], ofSquares[i]) = (total[0], total[1]);
            }
        }
    }

    private static float* Lesser(float* x, float* y) => x < y ? x : y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MomentsOfSixteen(float* column, float* end, int features, double* sums)
    {
        Vector512<double> low = default, high = default, lowSquares = default, highSquares = default;
        for (; column < end; column += features)
        {
            (Vector512<double> x, Vector512<double> y) = Vector512.Widen(Vector512.Load(column));
            low += x;
            high += y;
            lowSquares += x * x;
            highSquares += y * y;
        }

        low.Store(sums);
        high.Store(sums + 8);
        lowSquares.Store(sums + 16);
        highSquares.Store(sums + 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MomentsOfOne(float* column, float* end, int features, double* sums)
    {
        (sums[0], sums[1]) = (0, 0);
        for (; column < end; column += features)
        {
            sums[0] += *column;
            sums[1] += (double)*column * *column;
        }
    }
}
