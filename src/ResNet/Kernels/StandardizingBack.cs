using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>
/// Batch and layer norm on the way back, of columns that lie one after the other (features × columns), in double precision:
/// ∂L/∂z = g'·(s·(e − ē − x̂·p) + T) with e = γ·d and x̂ = (z − μ)·s.
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

    private double* Statistics { get; init; }

    private nint Stride { get; init; }

    private float* Gamma { get; init; }

    public static void Run(
        ReadOnlySpan<float> d, ReadOnlySpan<float> z, Statistics statistics, ReadOnlySpan<float> gamma, Epilogue epilogue, Span<float> result)
    {
        fixed (float* from = z, back = d, ofGamma = gamma, to = result, t = epilogue.Addend, sign = epilogue.Sign)
        fixed (double* s = statistics.Doubles)
        {
            Epilogue.Run(Over(back, from, d.Length, s, statistics.Stride, ofGamma, gamma.Length), to, t, epilogue.Slope, sign);
        }
    }

    /// <summary>sums += Σ d, products += Σ d·x̂ over the columns, feature by feature.</summary>
    public static void AddSums(
        ReadOnlySpan<float> d, ReadOnlySpan<float> z, Statistics statistics, int features, Span<double> sums, Span<double> products)
    {
        fixed (float* from = z, back = d)
        fixed (double* s = statistics.Doubles, ofSums = sums, ofProducts = products)
        {
            Over(back, from, d.Length, s, statistics.Stride, gamma: null, features).AddSums(ofSums, ofProducts);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TEnd>(in TEnd end)
        where TEnd : struct, IProductEnd
    {
        TEnd own = end; // a copy that can be held in registers
        for (int first = 0; first < Columns; first += Group)
        {
            for (int i = 0; i < Features; i += Sixteen.Count)
            {
                int count = Features - i;
                Sixteen gamma = Sixteen.Load(Gamma + i, count), mean = Row(0, i, first), inverse = Row(1, i, first);
                Sixteen ofE = Row(2, i, first), along = Row(3, i, first);
                nint place = i + first * (nint)Features;
                for (int j = first; j < Math.Min(first + Group, Columns); j++)
                {
                    if (TPlace.IsColumn) (mean, inverse, ofE, along) = (Row(0, i, j), Row(1, i, j), Row(2, i, j), Row(3, i, j));
                    Sixteen e = Sixteen.Load(D + place, count) * gamma, deviation = Sixteen.Load(Z + place, count) - mean;
                    Store(own, ((e + ofE + deviation * along) * inverse).Narrow(), place, count);
                    place += Features;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddSums(double* sums, double* products)
    {
        for (int i = 0; i < Features; i += Sixteen.Count)
        {
            int count = Features - i;
            Sixteen sum = default, product = default, mean = Row(0, i, 0), inverse = Row(1, i, 0);
            nint place = i;
            for (int j = 0; j < Columns; j++)
            {
                if (TPlace.IsColumn) (mean, inverse) = (Row(0, i, j), Row(1, i, j));
                Sixteen d = Sixteen.Load(D + place, count);
                sum += d;
                product += d * ((Sixteen.Load(Z + place, count) - mean) * inverse);
                place += Features;
            }

            (Sixteen.Load(sums + i) + sum).Store(sums + i);
            (Sixteen.Load(products + i) + product).Store(products + i);
        }
    }

    private static StandardizingBack<TPlace> Over(
        float* d, float* z, int length, double* statistics, nint stride, float* gamma, int features) => new()
    {
        Features = features, Columns = length / features, D = d, Z = z, Statistics = statistics, Stride = stride, Gamma = gamma,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Sixteen Row(int row, int feature, int column) => TPlace.Load(Statistics + row * Stride, feature, column);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TEnd>(in TEnd end, Vector512<float> values, nint place, int count)
        where TEnd : struct, IProductEnd
    {
        if (count >= Sixteen.Count) end.Store<Simd512, Vector512<float>>(values, place);
        else for (int k = 0; k < count; k++) end.Store<SimdScalar, float>(values[k], place + k);
    }
}
