using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace ResNet;

/// <summary>
/// Stores that go past the caches. A store that other cores hold copies of the line of has to wait until they have given
/// them up, half a microsecond where they share no cache; these are on their way to memory, and nothing waits for them.
/// </summary>
internal static unsafe class NonTemporal
{
    /// <summary>Copies so many values past the caches; the ends that do not fill a vector go in pairs, which the processor gathers into lines.</summary>
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

    /// <summary>Everything stored past the caches is seen by others before what is stored from now on.</summary>
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
