using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ResNet;

/// <summary>Eight elements at a time: AVX2 with fused multiply-adds.</summary>
internal unsafe struct Simd256 : ISimd<Vector256<float>>
{
    public static int Count => Vector256<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Broadcast(float value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(float* source) => Vector256.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> value, float* destination) => value.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNonTemporal(Vector256<float> value, float* destination) => value.StoreAlignedNonTemporal(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Widen(Vector256<float> value, double* destination)
    {
        (Vector256<double> low, Vector256<double> high) = Vector256.Widen(value);
        low.Store(destination);
        high.Store(destination + Vector256<double>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> x, Vector256<float> y, Vector256<float> z) =>
        Vector256.MultiplyAddEstimate(x, y, z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Add(Vector256<float> x, Vector256<float> y) => x + y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Subtract(Vector256<float> x, Vector256<float> y) => x - y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Multiply(Vector256<float> x, Vector256<float> y) => x * y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Divide(Vector256<float> x, Vector256<float> y) => x / y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sqrt(Vector256<float> x) => Vector256.Sqrt(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Abs(Vector256<float> x) => Vector256.Abs(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> FromExponent(Vector256<float> x) => (x.AsInt32() << 23).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> KeepWhereOn(Vector256<float> x, Vector256<float> sign) =>
        Vector256.AndNot(x, Vector256.LessThanOrEqual(sign, Vector256<float>.Zero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LeakWhereOff(Vector256<float> x, Vector256<float> sign, float slope) =>
        Vector256.ConditionalSelect(Vector256.LessThanOrEqual(sign, Vector256<float>.Zero), x * slope, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TransposeFour(float* source, nint sourceRow, float* destination, nint destinationColumn)
    {
        Vector256<float> a = Fours(source, sourceRow), b = Fours(source + sourceRow, sourceRow);
        Vector256<float> c = Fours(source + 2 * sourceRow, sourceRow), d = Fours(source + 3 * sourceRow, sourceRow);
        Vector256<float> acLow = ZipLow(a, c), acHigh = ZipHigh(a, c), bdLow = ZipLow(b, d), bdHigh = ZipHigh(b, d);
        ZipLow(acLow, bdLow).Store(destination);
        ZipHigh(acLow, bdLow).Store(destination + destinationColumn);
        ZipLow(acHigh, bdHigh).Store(destination + 2 * destinationColumn);
        ZipHigh(acHigh, bdHigh).Store(destination + 3 * destinationColumn);
    }

    /// <summary>Four values from every fourth row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Fours(float* source, nint row) =>
        Vector256.Create(Vector128.Load(source), Vector128.Load(source + 4 * row));

    /// <summary>x₀, y₀, x₁, y₁ of every four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ZipLow(Vector256<float> x, Vector256<float> y) => Avx.IsSupported
        ? Avx.UnpackLow(x, y)
        : Vector256.Create(Simd128.ZipLow(x.GetLower(), y.GetLower()), Simd128.ZipLow(x.GetUpper(), y.GetUpper()));

    /// <summary>x₂, y₂, x₃, y₃ of every four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ZipHigh(Vector256<float> x, Vector256<float> y) => Avx.IsSupported
        ? Avx.UnpackHigh(x, y)
        : Vector256.Create(Simd128.ZipHigh(x.GetLower(), y.GetLower()), Simd128.ZipHigh(x.GetUpper(), y.GetUpper()));
}
