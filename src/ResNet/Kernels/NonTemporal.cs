using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace ResNet;

/// <summary>
/// Non-temporal stores, which bypass the caches. An ordinary store to a cache line that other cores hold must wait until
/// they have given it up, half a microsecond where they share no cache; these stores go to memory, and nothing waits for them.
/// </summary>
internal static unsafe class NonTemporal
{
    /// <summary>
    /// Copies values without going through the caches. The ends, which do not fill a vector, are stored in pairs, which the processor
    /// combines into cache lines.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy<TSimd, TVector>(float* source, float* destination, int count)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        nuint size = (nuint)TSimd.Count * sizeof(float);
        int start = (int)((size - (nuint)destination % size) % size) / sizeof(float);
        CopyPairs(source, destination, 0, Math.Min(start, count));

        int i = start;
        for (; i + TSimd.Count <= count; i += TSimd.Count) TSimd.StoreNonTemporal(TSimd.Load(source + i), destination + i);
        CopyPairs(source, destination, i, count);
    }

    /// <summary>Other threads see all non-temporal stores so far before any later store.</summary>
    public static void Fence()
    {
        if (Sse.IsSupported) Sse.StoreFence();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyPairs(float* source, float* destination, int i, int end)
    {
        if (Sse2.X64.IsSupported)
        {
            for (; i + 2 <= end; i += 2) Sse2.X64.StoreNonTemporal((long*)(destination + i), *(long*)(source + i));
        }

        for (; i < end; i++) destination[i] = source[i];
    }
}
