using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ResNet.Benchmarks;

/// <summary>
/// The most floating-point operations a second that fused multiply-adds reach on this machine, a multiply-add counting
/// as two: chains of them in registers alone, enough of them that none waits for another, and so few that sixteen registers hold them.
/// </summary>
internal static class Peak
{
    private const int Chains = 12;
    private const int Links = 1 << 17;
    private const int Rounds = 25;

    /// <summary>Operations a second on so many threads at once: the best of some rounds.</summary>
    public static double Measure(int threads)
    {
        var seconds = new double[threads];
        using var start = new Barrier(threads);
        double best = 0;
        var workers = new Thread[threads];
        var ends = new long[threads];
        var starts = new long[threads];
        for (int t = 0; t < threads; t++)
        {
            int index = t;
            workers[t] = new Thread(() =>
            {
                for (int round = 0; round < Rounds; round++)
                {
                    start.SignalAndWait();
                    starts[index] = Stopwatch.GetTimestamp();
                    seconds[index] = Sink(Multiply());
                    ends[index] = Stopwatch.GetTimestamp();
                    start.SignalAndWait();
                    if (index != 0) continue;
                    double elapsed = Stopwatch.GetElapsedTime(starts.Min(), ends.Max()).TotalSeconds;
                    best = Math.Max(best, 2.0 * Chains * Links * Lanes * threads / elapsed);
                }
            });
            workers[t].Start();
        }

        foreach (Thread worker in workers) worker.Join();
        return best;
    }

    private static int Lanes =>
        Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : Vector128.IsHardwareAccelerated ? 4 : 1;

    private static float Multiply() =>
        Vector512.IsHardwareAccelerated ? Multiply<Simd512, Vector512<float>>()[0]
        : Vector256.IsHardwareAccelerated ? Multiply<Simd256, Vector256<float>>()[0]
        : Vector128.IsHardwareAccelerated ? Multiply<Simd128, Vector128<float>>()[0]
        : Multiply<SimdScalar, float>();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Sink(float value) => value;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TVector Multiply<TSimd, TVector>()
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        TVector x = TSimd.Broadcast(0.999f), y = TSimd.Broadcast(0.001f);
        TVector a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x;
        for (int link = 0; link < Links; link++)
        {
            a = TSimd.MultiplyAdd(a, x, y);
            b = TSimd.MultiplyAdd(b, x, y);
            c = TSimd.MultiplyAdd(c, x, y);
            d = TSimd.MultiplyAdd(d, x, y);
            e = TSimd.MultiplyAdd(e, x, y);
            f = TSimd.MultiplyAdd(f, x, y);
            g = TSimd.MultiplyAdd(g, x, y);
            h = TSimd.MultiplyAdd(h, x, y);
            i = TSimd.MultiplyAdd(i, x, y);
            j = TSimd.MultiplyAdd(j, x, y);
            k = TSimd.MultiplyAdd(k, x, y);
            l = TSimd.MultiplyAdd(l, x, y);
        }

        TVector sum = TSimd.MultiplyAdd(a, b, TSimd.MultiplyAdd(c, d, TSimd.MultiplyAdd(e, f, TSimd.MultiplyAdd(g, h, y))));
        return TSimd.MultiplyAdd(i, j, TSimd.MultiplyAdd(k, l, sum));
    }
}
