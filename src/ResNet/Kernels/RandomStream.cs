using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>
/// Random numbers from (seed, purpose, counter) by the SplitMix64 generator (Steele, Lea and Flood 2014): the same three
/// give the same number, in whichever order and on whichever thread numbers are drawn.
/// </summary>
internal struct RandomStream
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private readonly ulong key;
    private ulong counter;

    /// <param name="seed">the user's seed</param>
    /// <param name="purpose">what the numbers are for, such as a parameter's name</param>
    public RandomStream(int seed, string purpose)
    {
        ulong hash = 0xCBF29CE484222325; // FNV-1a, the same on every run unlike string.GetHashCode
        foreach (char letter in purpose) hash = (hash ^ letter) * 0x100000001B3;
        key = Mix(Mix((uint)seed + GoldenGamma) ^ hash);
    }

    private RandomStream(ulong key) => this.key = key;

    /// <summary>A stream of its own for each draw and each sample of a batch.</summary>
    /// <param name="draw">the number of the draw, such as the number of the training step</param>
    /// <param name="sample">the sample of the batch that they are for</param>
    public readonly RandomStream Of(long draw, int sample) => new(Mix(Mix(key ^ (ulong)draw) ^ (ulong)sample));

    public ulong NextUInt64() => Mix(key + ++counter * GoldenGamma);

    /// <summary>The next eight of <see cref="NextUInt64"/> at once.</summary>
    public Vector512<ulong> NextEight()
    {
        Vector512<ulong> counters = Vector512.Create(counter) + Vector512.Create(1UL, 2, 3, 4, 5, 6, 7, 8);
        counter += 8;
        Vector512<ulong> z = Vector512.Create(key) + counters * GoldenGamma;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EB;
        return z ^ (z >>> 31);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in 0 … bound − 1.</summary>
    public int NextInt(int bound) => (int)Math.BigMul(NextUInt64(), (ulong)bound, out _);

    /// <summary>Normal with mean 0 and variance 1 (Box and Muller 1958).</summary>
    public double NextNormal()
    {
        double radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        return radius * Math.Cos(2 * Math.PI * NextDouble());
    }

    /// <summary>A random order (Fisher and Yates).</summary>
    public void Shuffle(Span<int> order)
    {
        for (int i = order.Length - 1; i > 0; i--)
        {
            int j = NextInt(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
