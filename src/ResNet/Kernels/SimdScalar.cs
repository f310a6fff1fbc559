using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>One element at a time: for the last rows of a matrix, and for processors without vector registers.</summary>
internal unsafe struct SimdScalar : ISimd<float>
{
    public static int Count => 1;

    public static float Broadcast(float value) => value;

    public static float Load(float* source) => *source;

    public static void Store(float value, float* destination) => *destination = value;

    public static void StoreNonTemporal(float value, float* destination) => *destination = value;

    public static void Widen(float value, double* destination) => *destination = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MultiplyAdd(float x, float y, float z) => float.MultiplyAddEstimate(x, y, z);

    public static float Add(float x, float y) => x + y;

    public static float Subtract(float x, float y) => x - y;

    public static float Multiply(float x, float y) => x * y;

    public static float Divide(float x, float y) => x / y;

    public static float Sqrt(float x) => MathF.Sqrt(x);

    public static float Abs(float x) => MathF.Abs(x);

    public static float FromExponent(float x) => BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(x) << 23);

    public static float KeepWhereOn(float x, float sign) => sign <= 0 ? 0 : x;

    public static float LeakWhereOff(float x, float sign, float slope) => sign <= 0 ? x * slope : x;

    public static void TransposeFour(float* source, nint sourceRow, float* destination, nint destinationColumn)
    {
        for (int k = 0; k < 4; k++) destination[k * destinationColumn] = source[k];
    }
}
