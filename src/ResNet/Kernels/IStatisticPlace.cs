using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>Whether statistics are those of features or of columns.</summary>
internal unsafe interface IStatisticPlace
{
    /// <summary>Whether each column has its own, the same for all its features.</summary>
    static abstract bool IsColumn { get; }

    /// <summary>The statistic of a vector of features, of one column.</summary>
    static abstract TVector Load<TSimd, TVector>(float* statistic, int feature, int column)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct;
}

/// <summary>Each feature has its own over all columns, as in batch norm.</summary>
internal readonly unsafe struct OfFeature : IStatisticPlace
{
    public static bool IsColumn => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<TSimd, TVector>(float* statistic, int feature, int column)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct => TSimd.Load(statistic + feature);
}

/// <summary>Each column has its own over all features, as in layer norm.</summary>
internal readonly unsafe struct OfColumn : IStatisticPlace
{
    public static bool IsColumn => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<TSimd, TVector>(float* statistic, int feature, int column)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct => TSimd.Broadcast(statistic[column]);
}
