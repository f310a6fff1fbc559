namespace ResNet;

/// <summary>How many rows of each stratum are held out, as <see cref="Strata.Split"/> says.</summary>
internal static class StratumShares
{
    /// <summary>Divides a total in proportion to sizes, no size to its last row where that can be.</summary>
    /// <param name="total">how many rows are held out, at least one and not all</param>
    /// <param name="sizes">the number of rows of each stratum, all positive</param>
    /// <param name="seed">the seed of what is drawn by lot</param>
    public static int[] Of(int total, ReadOnlySpan<int> sizes, int seed)
    {
        long kept = Sum(sizes) - total;
        return kept < sizes.Length ? AllBut((int)kept, sizes, seed) : InProportion(total, sizes);
    }

    /// <summary>All rows but one of each of the largest strata, of equally large ones by lot.</summary>
    private static int[] AllBut(int count, ReadOnlySpan<int> sizes, int seed)
    {
        int[] lots = UpTo(sizes.Length);
        new RandomStream(seed, "split: strata that keep a row").Shuffle(lots);
        long[] largest = new long[lots.Length];
        for (int i = 0; i < largest.Length; i++) largest[i] = Rank(int.MaxValue - sizes[lots[i]], i);
        Array.Sort(largest);

        int[] shares = sizes.ToArray();
        foreach (long rank in largest.AsSpan(0, count)) shares[lots[IndexOf(rank)]]--;
        return shares;
    }

    private static int[] InProportion(int total, ReadOnlySpan<int> sizes)
    {
        int[] shares = new int[sizes.Length];
        int[] open = UpTo(sizes.Length);
        while (!TryLargestRemainders(total, sizes, open, shares))
        {
            // what cannot be rounded up stays rounded down, and the others divide the rest; each round closes a size at least
            var others = new List<int>(open.Length);
            foreach (int i in open)
            {
                if (shares[i] == sizes[i] - 1) total -= shares[i];
                else others.Add(i);
            }

            open = [.. others];
        }

        return shares;
    }

    /// <summary>
    /// Divides a total among strata, rounded down; what that leaves over goes to the largest remainders, one row each, unless that
    /// would be a stratum's last.
    /// </summary>
    /// <returns>whether it could be divided so; if not, shares are those rounded down</returns>
    private static bool TryLargestRemainders(int total, ReadOnlySpan<int> sizes, int[] open, int[] shares)
    {
        long all = 0;
        foreach (int i in open) all += sizes[i];
        int left = total;
        long[] remainders = new long[open.Length];
        for (int j = 0; j < open.Length; j++)
        {
            (long share, long remainder) = Math.DivRem((long)total * sizes[open[j]], all);
            shares[open[j]] = (int)share;
            left -= (int)share;
            remainders[j] = Rank(all - remainder, open[j]);
        }

        Array.Sort(remainders);
        ReadOnlySpan<long> largest = remainders.AsSpan(0, left);
        foreach (long rank in largest)
        {
            if (shares[IndexOf(rank)] == sizes[IndexOf(rank)] - 1) return false;
        }

        foreach (long rank in largest) shares[IndexOf(rank)]++;
        return true;
    }

    /// <summary>A number, below 2³², and an index in one: by number first, then by index.</summary>
    private static long Rank(long number, int index) => (number << 32) | (uint)index;

    private static int IndexOf(long rank) => (int)(rank & uint.MaxValue);

    private static long Sum(ReadOnlySpan<int> sizes)
    {
        long sum = 0;
        foreach (int size in sizes) sum += size;
        return sum;
    }

    private static int[] UpTo(int count)
    {
        int[] indices = new int[count];
        for (int i = 0; i < count; i++) indices[i] = i;
        return indices;
    }
}
