using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>g(x + T) of values that are there already.</summary>
internal readonly unsafe struct Completing : IStoringLoop
{
    private float* X { get; init; }

    private int Count { get; init; }

    /// <summary>Both may be the same memory.</summary>
    public static void Run(ReadOnlySpan<float> x, Epilogue epilogue, Span<float> result)
    {
        fixed (float* from = x, to = result)
        {
            epilogue.Run(new Completing { X = from, Count = x.Length }, to);
        }
    }

    public void Run<TEnd>(in TEnd end)
        where TEnd : struct, IProductEnd
    {
        int i = 0;
        if (Vector512.IsHardwareAccelerated) i = Vectors<Simd512, Vector512<float>, TEnd>(end, i);
        if (Vector256.IsHardwareAccelerated) i = Vectors<Simd256, Vector256<float>, TEnd>(end, i);
        if (Vector128.IsHardwareAccelerated) i = Vectors<Simd128, Vector128<float>, TEnd>(end, i);
        Vectors<SimdScalar, float, TEnd>(end, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Vectors<TSimd, TVector, TEnd>(in TEnd end, int i)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
        where TEnd : struct, IProductEnd
    {
        TEnd own = end; // a copy that can be held in registers
        for (; i + TSimd.Count <= Count; i += TSimd.Count) own.Store<TSimd, TVector>(TSimd.Load(X + i), i, i);
        return i;
    }
}
