using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ResNet;

/// <summary>Sixteen elements at a time: AVX-512.</summary>
internal unsafe struct Simd512 : ISimd<Vector512<float>>
{
    public static int Count => Vector512<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Broadcast(float value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(float* source) => Vector512.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> value, float* destination) => value.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNonTemporal(Vector512<float> value, float* destination) => value.StoreAlignedNonTemporal(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Widen(Vector512<float> value, double* destination)
    {
        (Vector512<double> low, Vector512<double> high) = Vector512.Widen(value);
        low.Store(destination);
        high.Store(destination + Vector512<double>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> x, Vector512<float> y, Vector512<float> z) =>
        Vector512.MultiplyAddEstimate(x, y, z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Add(Vector512<float> x, Vector512<float> y) => x + y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Subtract(Vector512<float> x, Vector512<float> y) => x - y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Multiply(Vector512<float> x, Vector512<float> y) => x * y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Divide(Vector512<float> x, Vector512<float> y) => x / y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sqrt(Vector512<float> x) => Vector512.Sqrt(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Abs(Vector512<float> x) => Vector512.Abs(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> FromExponent(Vector512<float> x) => (x.AsInt32() << 23).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> KeepWhereOn(Vector512<float> x, Vector512<float> sign) =>
        Vector512.AndNot(x, Vector512.LessThanOrEqual(sign, Vector512<float>.Zero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LeakWhereOff(Vector512<float> x, Vector512<float> sign, float slope) =>
        Vector512.ConditionalSelect(Vector512.LessThanOrEqual(sign, Vector512<float>.Zero), x * slope, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TransposeFour(float* source, nint sourceRow, float* destination, nint destinationColumn)
    {
        Vector512<float> a = Fours(source, sourceRow), b = Fours(source + sourceRow, sourceRow);
        Vector512<float> c = Fours(source + 2 * sourceRow, sourceRow), d = Fours(source + 3 * sourceRow, sourceRow);
        Vector512<float> acLow = ZipLow(a, c), acHigh = ZipHigh(a, c), bdLow = ZipLow(b, d), bdHigh = ZipHigh(b, d);
        ZipLow(acLow, bdLow).Store(destination);
        ZipHigh(acLow, bdLow).Store(destination + destinationColumn);
        ZipLow(acHigh, bdHigh).Store(destination + 2 * destinationColumn);
        ZipHigh(acHigh, bdHigh).Store(destination + 3 * destinationColumn);
    }

    /// <summary>Four values from every fourth row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Fours(float* source, nint row) =>
        Vector512.Create(Simd256.Fours(source, row), Simd256.Fours(source + 8 * row, row));

    /// <summary>x₀, y₀, x₁, y₁ of every four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ZipLow(Vector512<float> x, Vector512<float> y) => Avx512F.IsSupported
        ? Avx512F.UnpackLow(x, y)
        : Vector512.Create(Simd256.ZipLow(x.GetLower(), y.GetLower()), Simd256.ZipLow(x.GetUpper(), y.GetUpper()));

    /// <summary>x₂, y₂, x₃, y₃ of every four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ZipHigh(Vector512<float> x, Vector512<float> y) => Avx512F.IsSupported
        ? Avx512F.UnpackHigh(x, y)
        : Vector512.Create(Simd256.ZipHigh(x.GetLower(), y.GetLower()), Simd256.ZipHigh(x.GetUpper(), y.GetUpper()));
}
