namespace ResNet;

/// <summary>Rows ordered by stratum: those of the lowest stratum first, those of one stratum ascending, until they are shuffled.</summary>
internal sealed class RowsByStratum
{
    private readonly int[] rows;
    private readonly int[] sizes;
    private readonly int[] starts;

    /// <summary>Counts the strata, and puts every row in its place.</summary>
    /// <param name="strata">the stratum of each row, any integers</param>
    public RowsByStratum(IReadOnlyList<int> strata)
    {
        int[] numbers = Numbered(strata, out sizes);
        starts = new int[sizes.Length];
        for (int i = 1; i < starts.Length; i++) starts[i] = starts[i - 1] + sizes[i - 1];

        rows = new int[numbers.Length];
        int[] next = [.. starts];
        for (int row = 0; row < rows.Length; row++) rows[next[numbers[row]]++] = row;
    }

    /// <summary>All rows, one stratum after another.</summary>
    public ReadOnlySpan<int> All => rows;

    /// <summary>The number of rows of each stratum, all positive.</summary>
    public ReadOnlySpan<int> Sizes => sizes;

    /// <summary>The rows of a stratum, counted from 0 in the order of the integers.</summary>
    public ReadOnlySpan<int> this[int stratum] => rows.AsSpan(starts[stratum], sizes[stratum]);

    /// <summary>Brings the rows of each stratum into a random order.</summary>
    /// <param name="seed">the user's seed</param>
    /// <param name="purpose">what the order is for</param>
    public void Shuffle(int seed, string purpose)
    {
        var random = new RandomStream(seed, purpose);
        for (int i = 0; i < sizes.Length; i++) random.Shuffle(rows.AsSpan(starts[i], sizes[i]));
    }

    /// <summary>The strata of the rows numbered from 0 in the order of the integers, and the number of rows of each.</summary>
    private static int[] Numbered(IReadOnlyList<int> strata, out int[] sizes)
    {
        // first in the order in which they occur
        int[] numbers = new int[strata.Count];
        var numberOf = new Dictionary<int, int>();
        List<int> found = [], counts = [];
        for (int row = 0; row < numbers.Length; row++)
        {
            int stratum = strata[row];
            if (!numberOf.TryGetValue(stratum, out int number))
            {
                number = found.Count;
                numberOf.Add(stratum, number);
                found.Add(stratum);
                counts.Add(0);
            }

            numbers[row] = number;
            counts[number]++;
        }

        int[] occurrences = new int[found.Count], ranks = new int[found.Count];
        for (int i = 0; i < occurrences.Length; i++) occurrences[i] = i;
        Array.Sort(found.ToArray(), occurrences);
        sizes = new int[occurrences.Length];
        for (int i = 0; i < occurrences.Length; i++) (ranks[occurrences[i]], sizes[i]) = (i, counts[occurrences[i]]);
        for (int row = 0; row < numbers.Length; row++) numbers[row] = ranks[numbers[row]];
        return numbers;
    }
}
