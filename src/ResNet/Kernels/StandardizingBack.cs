using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>
/// Batch and layer norm on the way back, of columns that lie one after the other (features × columns):
/// ∂L/∂z = g'·(s·(e − ē − x̂·p) + T) with e = γ·d and x̂ = ((z − μ₁) − μ₂)·s.
/// </summary>
/// <typeparam name="TPlace">whether features or columns have statistics of their own</typeparam>
internal readonly unsafe struct StandardizingBack<TPlace> : IStoringLoop
    where TPlace : struct, IStatisticPlace
{
    private const int Group = 8;

    private int Features { get; init; }

    private int Columns { get; init; }

    private float* D { get; init; }

    private float* Z { get; init; }

    private float* Statistics { get; init; }

    private nint Stride { get; init; }

    private float* Gamma { get; init; }

    public static void Run(
        ReadOnlySpan<float> d, ReadOnlySpan<float> z, Statistics statistics, ReadOnlySpan<float> gamma, Epilogue epilogue,
        Span<float> result)
    {
        fixed (float* back = d, from = z, s = statistics.Values, ofGamma = gamma, to = result)
        {
            var loop = Over(back, from, d.Length, s, statistics.Stride, ofGamma, gamma.Length);
            epilogue.Run(loop, to);
        }
    }

    /// <summary>Σ d and Σ d·x̂ over the columns: of each group in single precision, and of groups pairwise in double.</summary>
    public static void Sums(
        ReadOnlySpan<float> d, ReadOnlySpan<float> z, Statistics statistics, int features, Span<double> sums, Span<double> products)
    {
        fixed (float* back = d, from = z, s = statistics.Values)
        fixed (double* ofSums = sums, ofProducts = products)
        {
            var loop = Over(back, from, d.Length, s, statistics.Stride, gamma: null, features);
            int i = 0;
            if (Vector512.IsHardwareAccelerated) i = loop.Sums<Simd512, Vector512<float>>(i, ofSums, ofProducts);
            if (Vector256.IsHardwareAccelerated) i = loop.Sums<Simd256, Vector256<float>>(i, ofSums, ofProducts);
            if (Vector128.IsHardwareAccelerated) i = loop.Sums<Simd128, Vector128<float>>(i, ofSums, ofProducts);
            loop.Sums<SimdScalar, float>(i, ofSums, ofProducts);
        }
    }

    public void Run<TEnd>(in TEnd end)
        where TEnd : struct, IProductEnd
    {
        for (int j = 0; j < Columns; j += Group)
        {
            var group = new Slice(j, Math.Min(Group, Columns - j));
            int i = 0;
            if (Vector512.IsHardwareAccelerated) i = Vectors<Simd512, Vector512<float>, TEnd>(end, i, group);
            if (Vector256.IsHardwareAccelerated) i = Vectors<Simd256, Vector256<float>, TEnd>(end, i, group);
            if (Vector128.IsHardwareAccelerated) i = Vectors<Simd128, Vector128<float>, TEnd>(end, i, group);
            Vectors<SimdScalar, float, TEnd>(end, i, group);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Vectors<TSimd, TVector, TEnd>(in TEnd end, int i, Slice group)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
        where TEnd : struct, IProductEnd
    {
        TEnd own = end; // a copy that can be held in registers
        for (; i + TSimd.Count <= Features; i += TSimd.Count)
        {
            TVector gamma = TSimd.Load(Gamma + i);
            TVector mean = Row<TSimd, TVector>(0, i, group.First), remainder = Row<TSimd, TVector>(1, i, group.First);
            TVector inverse = Row<TSimd, TVector>(2, i, group.First);
            TVector ofE = Row<TSimd, TVector>(3, i, group.First), along = Row<TSimd, TVector>(4, i, group.First);
            nint place = i + group.First * (nint)Features;
            for (int j = group.First; j < group.End; j++)
            {
                if (TPlace.IsColumn)
                {
                    (mean, remainder) = (Row<TSimd, TVector>(0, i, j), Row<TSimd, TVector>(1, i, j));
                    inverse = Row<TSimd, TVector>(2, i, j);
                    (ofE, along) = (Row<TSimd, TVector>(3, i, j), Row<TSimd, TVector>(4, i, j));
                }

                TVector deviation = TSimd.Subtract(TSimd.Subtract(TSimd.Load(Z + place), mean), remainder);
                TVector e = TSimd.MultiplyAdd(TSimd.Load(D + place), gamma, ofE);
                own.Store<TSimd, TVector>(TSimd.Multiply(TSimd.MultiplyAdd(deviation, along, e), inverse), i, place);
                place += Features;
            }
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Sums<TSimd, TVector>(int i, double* sums, double* products)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        if (i + TSimd.Count > Features) return i;
        double* memory = stackalloc double[PairwiseSums.LengthFor(Columns / Group + 1, 2 * TSimd.Count)];
        for (; i + TSimd.Count <= Features; i += TSimd.Count)
        {
            var groups = new PairwiseSums(memory, 2 * TSimd.Count);
            for (int first = 0; first < Columns; first += Group)
            {
                SumsOfGroup<TSimd, TVector>(i, new Slice(first, Math.Min(Group, Columns - first)), groups.Next);
                groups.Add();
            }

            double* total = groups.Total();
            for (int k = 0; k < TSimd.Count; k++) (sums[i + k], products[i + k]) = (total[k], total[TSimd.Count + k]);
        }

        return i;
    }

    /// <summary>Writes the group's Σ d of one vector of features, then its Σ d·x̂.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SumsOfGroup<TSimd, TVector>(int i, Slice group, double* sums)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        TVector sum = TSimd.Broadcast(0), product = sum;
        TVector mean = Row<TSimd, TVector>(0, i, group.First), remainder = Row<TSimd, TVector>(1, i, group.First);
        TVector inverse = Row<TSimd, TVector>(2, i, group.First);
        nint place = i + group.First * (nint)Features;
        for (int j = group.First; j < group.End; j++)
        {
            if (TPlace.IsColumn)
            {
                (mean, remainder) = (Row<TSimd, TVector>(0, i, j), Row<TSimd, TVector>(1, i, j));
                inverse = Row<TSimd, TVector>(2, i, j);
            }

            Prefetch.Near(Z + place + Prefetch.Line); // for the next vector: z was written long ago
            TVector d = TSimd.Load(D + place);
            TVector deviation = TSimd.Subtract(TSimd.Subtract(TSimd.Load(Z + place), mean), remainder);
            sum = TSimd.Add(sum, d);
            product = TSimd.MultiplyAdd(d, TSimd.Multiply(deviation, inverse), product);
            place += Features;
        }

        TSimd.Widen(sum, sums);
        TSimd.Widen(product, sums + TSimd.Count);
    }

    private static StandardizingBack<TPlace> Over(
        float* d, float* z, int length, float* statistics, nint stride, float* gamma, int features) => new()
        {
            Features = features, Columns = length / features, D = d, Z = z, Statistics = statistics, Stride = stride, Gamma = gamma,
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TVector Row<TSimd, TVector>(int row, int feature, int column)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct => TPlace.Load<TSimd, TVector>(Statistics + row * Stride, feature, column);
}
