using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>
/// Numbers below the smallest normal one, 1.2e-38, with which processors compute many times slower. What is multiplied by 0.9 at every
/// step, as the momentum of a weight without a gradient, ends among them, and rounding keeps it there for good.
/// </summary>
internal static class Subnormals
{
    private const float SmallestNormal = 1.17549435e-38f;

    /// <summary>x, or 0 where x is not larger than the smallest normal number; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Flush<TSimd, TVector>(TVector x)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct => TSimd.KeepWhereOn(x, TSimd.Subtract(TSimd.Abs(x), TSimd.Broadcast(SmallestNormal)));
}
