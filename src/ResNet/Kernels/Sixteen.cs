using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>Sixteen features in double precision, as two vectors.</summary>
internal readonly struct Sixteen(Vector512<double> low, Vector512<double> high)
{
    public const int Count = 16;

    private readonly Vector512<double> low = low;
    private readonly Vector512<double> high = high;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Sixteen Broadcast(double value) => new(Vector512.Create(value), Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Sixteen Load(double* source) => new(Vector512.Load(source), Vector512.Load(source + 8));

    /// <summary>The first of sixteen floats; what is not there is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Sixteen Load(float* source, int count)
    {
        (Vector512<double> low, Vector512<double> high) = Vector512.Widen(count >= Count ? Vector512.Load(source) : LoadPart(source, count));
        return new Sixteen(low, high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Store(double* destination)
    {
        low.Store(destination);
        high.Store(destination + 8);
    }

    public Vector512<float> Narrow() => Vector512.Narrow(low, high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Sixteen operator +(Sixteen x, Sixteen y) => new(x.low + y.low, x.high + y.high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Sixteen operator -(Sixteen x, Sixteen y) => new(x.low - y.low, x.high - y.high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Sixteen operator *(Sixteen x, Sixteen y) => new(x.low * y.low, x.high * y.high);

    /// <summary>Σ of all sixteen, by halves.</summary>
    public double Total() => Reductions.Total(low + high);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe Vector512<float> LoadPart(float* source, int count)
    {
        Span<float> padded = stackalloc float[Count];
        padded.Clear();
        new ReadOnlySpan<float>(source, count).CopyTo(padded);
        return Vector512.Create<float>(padded);
    }
}
