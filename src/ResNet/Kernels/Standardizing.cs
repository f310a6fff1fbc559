using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>
/// Batch and layer norm on the way forward, of columns that lie one after the other (features × columns): y = g(γx̂ + β + T) with
/// x̂ = ((z − μ₁) − μ₂)·s, where s and γ are multiplied first.
/// </summary>
/// <typeparam name="TPlace">whether features or columns have statistics of their own</typeparam>
internal readonly unsafe struct Standardizing<TPlace> : IStoringLoop
    where TPlace : struct, IStatisticPlace
{
    /// <summary>Columns that share what is loaded of a feature, and are read side by side in the order of memory.</summary>
    private const int Group = 8;

    private int Features { get; init; }

    private int Columns { get; init; }

    private float* Z { get; init; }

    private float* Statistics { get; init; }

    private nint Stride { get; init; }

    private float* Gamma { get; init; }

    private float* Beta { get; init; }

    public static void Run(
        ReadOnlySpan<float> z, Statistics statistics, ReadOnlySpan<float> gamma, ReadOnlySpan<float> beta, Epilogue epilogue, Span<float> y)
    {
        fixed (float* from = z, s = statistics.Values, ofGamma = gamma, ofBeta = beta, to = y)
        {
            var loop = new Standardizing<TPlace>
            {
                Features = gamma.Length, Columns = z.Length / gamma.Length,
                Z = from, Statistics = s, Stride = statistics.Stride, Gamma = ofGamma, Beta = ofBeta,
            };
            epilogue.Run(loop, to);
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
            TVector gamma = TSimd.Load(Gamma + i), beta = TSimd.Load(Beta + i);
            TVector mean = Row<TSimd, TVector>(0, i, group.First), remainder = Row<TSimd, TVector>(1, i, group.First);
            TVector scale = TSimd.Multiply(Row<TSimd, TVector>(2, i, group.First), gamma);
            nint place = i + group.First * (nint)Features;
            for (int j = group.First; j < group.End; j++)
            {
                if (TPlace.IsColumn)
                {
                    mean = Row<TSimd, TVector>(0, i, j);
                    remainder = Row<TSimd, TVector>(1, i, j);
                    scale = TSimd.Multiply(Row<TSimd, TVector>(2, i, j), gamma);
                }

                TVector deviation = TSimd.Subtract(TSimd.Subtract(TSimd.Load(Z + place), mean), remainder);
                own.Store<TSimd, TVector>(TSimd.MultiplyAdd(deviation, scale, beta), i, place);
                place += Features;
            }
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TVector Row<TSimd, TVector>(int row, int feature, int column)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct => TPlace.Load<TSimd, TVector>(Statistics + row * Stride, feature, column);
}
