using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace ResNet;

/// <summary>
/// The few vector operations that the product kernel is written in, so that one kernel serves every register width.
/// Each of them gives an element the same bits at every width.
/// </summary>
/// <typeparam name="TVector">the register type</typeparam>
internal unsafe interface ISimd<TVector>
    where TVector : struct
{
    static abstract int Count { get; }

    static abstract TVector Broadcast(float value);

    static abstract TVector Load(float* source);

    static abstract void Store(TVector value, float* destination);

    /// <summary>x · y + z: fused where the processor fuses quickly, else rounded twice.</summary>
    static abstract TVector MultiplyAdd(TVector x, TVector y, TVector z);

    static abstract TVector Add(TVector x, TVector y);

    static abstract TVector Subtract(TVector x, TVector y);

    static abstract TVector Multiply(TVector x, TVector y);

    static abstract TVector Divide(TVector x, TVector y);

    static abstract TVector Sqrt(TVector x);

    /// <summary>0 where the sign is negative or zero, else x; a sign that is NaN keeps x.</summary>
    static abstract TVector KeepWhereOn(TVector x, TVector sign);

    /// <summary>slope · x where the sign is negative or zero, else x; a sign that is NaN keeps x.</summary>
    static abstract TVector LeakWhereOff(TVector x, TVector sign, float slope);

    /// <summary>
    /// Four columns of a transpose: the first values of each of <see cref="Count"/> rows, then the second ones, and so on
    /// to the fourth.
    /// </summary>
    static abstract void TransposeFour(float* source, nint sourceRow, float* destination, nint destinationColumn);
}

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
    private static Vector512<float> Fours(float* source, nint row) => Vector512.Create(Simd256.Fours(source, row), Simd256.Fours(source + 8 * row, row));

    /// <summary>x₀, y₀, x₁, y₁ of every four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ZipLow(Vector512<float> x, Vector512<float> y) => Avx512F.IsSupported ? Avx512F.UnpackLow(x, y) : Vector512.Create(Simd256.ZipLow(x.GetLower(), y.GetLower()), Simd256.ZipLow(x.GetUpper(), y.GetUpper()));

    /// <summary>x₂, y₂, x₃, y₃ of every four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ZipHigh(Vector512<float> x, Vector512<float> y) => Avx512F.IsSupported ? Avx512F.UnpackHigh(x, y) : Vector512.Create(Simd256.ZipHigh(x.GetLower(), y.GetLower()), Simd256.ZipHigh(x.GetUpper(), y.GetUpper()));
}

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
    public static Vector256<float> Fours(float* source, nint row) => Vector256.Create(Vector128.Load(source), Vector128.Load(source + 4 * row));

    /// <summary>x₀, y₀, x₁, y₁ of every four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ZipLow(Vector256<float> x, Vector256<float> y) => Avx.IsSupported ? Avx.UnpackLow(x, y) : Vector256.Create(Simd128.ZipLow(x.GetLower(), y.GetLower()), Simd128.ZipLow(x.GetUpper(), y.GetUpper()));

    /// <summary>x₂, y₂, x₃, y₃ of every four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ZipHigh(Vector256<float> x, Vector256<float> y) => Avx.IsSupported ? Avx.UnpackHigh(x, y) : Vector256.Create(Simd128.ZipHigh(x.GetLower(), y.GetLower()), Simd128.ZipHigh(x.GetUpper(), y.GetUpper()));
}

internal unsafe struct Simd128 : ISimd<Vector128<float>>
{
    public static int Count => Vector128<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Broadcast(float value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load(float* source) => Vector128.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<float> value, float* destination) => value.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(Vector128<float> x, Vector128<float> y, Vector128<float> z) =>
        Vector128.MultiplyAddEstimate(x, y, z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Add(Vector128<float> x, Vector128<float> y) => x + y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Subtract(Vector128<float> x, Vector128<float> y) => x - y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Multiply(Vector128<float> x, Vector128<float> y) => x * y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Divide(Vector128<float> x, Vector128<float> y) => x / y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sqrt(Vector128<float> x) => Vector128.Sqrt(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> KeepWhereOn(Vector128<float> x, Vector128<float> sign) =>
        Vector128.AndNot(x, Vector128.LessThanOrEqual(sign, Vector128<float>.Zero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LeakWhereOff(Vector128<float> x, Vector128<float> sign, float slope) =>
        Vector128.ConditionalSelect(Vector128.LessThanOrEqual(sign, Vector128<float>.Zero), x * slope, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TransposeFour(float* source, nint sourceRow, float* destination, nint destinationColumn)
    {
        Vector128<float> a = Fours(source, sourceRow), b = Fours(source + sourceRow, sourceRow);
        Vector128<float> c = Fours(source + 2 * sourceRow, sourceRow), d = Fours(source + 3 * sourceRow, sourceRow);
        Vector128<float> acLow = ZipLow(a, c), acHigh = ZipHigh(a, c), bdLow = ZipLow(b, d), bdHigh = ZipHigh(b, d);
        ZipLow(acLow, bdLow).Store(destination);
        ZipHigh(acLow, bdLow).Store(destination + destinationColumn);
        ZipLow(acHigh, bdHigh).Store(destination + 2 * destinationColumn);
        ZipHigh(acHigh, bdHigh).Store(destination + 3 * destinationColumn);
    }

    /// <summary>Four values from every fourth row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Fours(float* source, nint row) => Vector128.Load(source);

    /// <summary>x₀, y₀, x₁, y₁ of every four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ZipLow(Vector128<float> x, Vector128<float> y) => Sse.IsSupported ? Sse.UnpackLow(x, y) : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(x, y) : Vector128.Create(x[0], y[0], x[1], y[1]);

    /// <summary>x₂, y₂, x₃, y₃ of every four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ZipHigh(Vector128<float> x, Vector128<float> y) => Sse.IsSupported ? Sse.UnpackHigh(x, y) : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(x, y) : Vector128.Create(x[2], y[2], x[3], y[3]);
}

/// <summary>One element at a time: the last rows of a matrix, and processors without vector registers.</summary>
internal unsafe struct SimdScalar : ISimd<float>
{
    public static int Count => 1;

    public static float Broadcast(float value) => value;

    public static float Load(float* source) => *source;

    public static void Store(float value, float* destination) => *destination = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MultiplyAdd(float x, float y, float z) => float.MultiplyAddEstimate(x, y, z);

    public static float Add(float x, float y) => x + y;

    public static float Subtract(float x, float y) => x - y;

    public static float Multiply(float x, float y) => x * y;

    public static float Divide(float x, float y) => x / y;

    public static float Sqrt(float x) => MathF.Sqrt(x);

    public static float KeepWhereOn(float x, float sign) => sign <= 0 ? 0 : x;

    public static float LeakWhereOff(float x, float sign, float slope) => sign <= 0 ? x * slope : x;

    public static void TransposeFour(float* source, nint sourceRow, float* destination, nint destinationColumn)
    {
        for (int k = 0; k < 4; k++) destination[k * destinationColumn] = source[k];
    }
}
