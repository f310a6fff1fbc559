using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>A number for every feature, in double precision.</summary>
internal interface IPerFeature
{
    double At(int feature);

    /// <summary>The numbers of this feature and the seven after it.</summary>
    Vector512<double> EightFrom(int feature);
}

/// <summary>The same number for all features, as layer norm has for one sample.</summary>
internal readonly struct Same(double value) : IPerFeature
{
    public double At(int feature) => value;

    public Vector512<double> EightFrom(int feature) => Vector512.Create(value);
}

/// <summary>A number of its own for each feature, as batch norm has.</summary>
internal readonly ref struct Each(ReadOnlySpan<double> values) : IPerFeature
{
    private readonly ReadOnlySpan<double> values = values;

    public double At(int feature) => values[feature];

    public Vector512<double> EightFrom(int feature) => Vector512.Create(values[feature..]);
}

/// <summary>
/// Batch and layer norm of one sample's features, computed in double precision: where the deviation is small, its inverse
/// would magnify the rounding errors of single precision.
/// </summary>
internal static class Standardizing
{
    /// <summary>x̂ = s·(z − μ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<T>(ReadOnlySpan<float> z, T mean, T scale, Span<float> x)
        where T : IPerFeature, allows ref struct
    {
        int i = 0;
        for (; i + 16 <= z.Length; i += 16)
        {
            (Vector512<double> low, Vector512<double> high) = Vector512.Widen(Vector512.Create(z[i..]));
            low = scale.EightFrom(i) * (low - mean.EightFrom(i));
            high = scale.EightFrom(i + 8) * (high - mean.EightFrom(i + 8));
            Vector512.Narrow(low, high).CopyTo(x[i..]);
        }

        for (; i < z.Length; i++) x[i] = (float)(scale.At(i) * (z[i] - mean.At(i)));
    }

    /// <summary>e ← s·(e − ē − x̂·p), with ē the mean of e and p the mean of e·x̂.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward<T>(Span<float> e, ReadOnlySpan<float> x, T mean, T projection, T scale)
        where T : IPerFeature, allows ref struct
    {
        int i = 0;
        for (; i + 16 <= e.Length; i += 16)
        {
            (Vector512<double> low, Vector512<double> high) = Vector512.Widen(Vector512.Create<float>(e[i..]));
            (Vector512<double> xLow, Vector512<double> xHigh) = Vector512.Widen(Vector512.Create(x[i..]));
            low = scale.EightFrom(i) * (low - mean.EightFrom(i) - xLow * projection.EightFrom(i));
            high = scale.EightFrom(i + 8) * (high - mean.EightFrom(i + 8) - xHigh * projection.EightFrom(i + 8));
            Vector512.Narrow(low, high).CopyTo(e[i..]);
        }

        for (; i < e.Length; i++) e[i] = (float)(scale.At(i) * (e[i] - mean.At(i) - x[i] * projection.At(i)));
    }
}
