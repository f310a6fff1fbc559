namespace ResNet;

/// <summary>
/// Random splits and folds of rows, stratified: each stratum, such as the rows of one class, gives the same share to a part, to
/// within whole rows. Data sets are split by it (<see cref="Dataset.Split"/>, <see cref="Dataset.Folds"/>); it serves whatever else
/// has rows.
/// </summary>
/// <remarks>
/// <para>
/// The stratum of each row is any integer; rows with the same one are a stratum. All the same, such as <c>new int[rows]</c>, is a
/// draw without stratification. Seed, share or number of folds, the sizes of the strata and which rows they are decide the draw to
/// the bit, on every machine; of the integers themselves only the order counts.
/// </para>
/// <para>Time is proportional to the rows, and to the rows of all parts for folds, but for sorting the strata that occur.</para>
/// </remarks>
/// <example>
/// <code>
/// int[] color = [0, 0, 0, 0, 0, 0, 1, 1, 1, 7];
/// (int[] training, int[] heldOut) = Strata.Split(color, heldOut: 0.3, seed: 1); // two rows of color 0 and one of color 1
/// foreach ((int[] learned, int[] validated) in Strata.Folds(color, count: 5))
/// {
///     Console.WriteLine($"{learned.Length} rows to learn from, then {string.Join(" and ", validated)}");
/// }
/// </code>
/// </example>
public static class Strata
{
    /// <summary>Holds out a random share of the rows, stratified.</summary>
    /// <remarks>
    /// <para>
    /// Of n rows, T = <paramref name="heldOut"/> · n are held out, rounded (halves up), at least one and at most n − 1. A stratum of
    /// m rows gives T · m/n of them, rounded down, or up where its remainder is among the largest, so that the total is T; of equal
    /// remainders those of lower strata are larger.
    /// </para>
    /// <para>
    /// No stratum is held out whole: one row of each stays in training, and that of a stratum with one row always does. Where
    /// rounding would take a stratum's last row, all strata that could give no more than they do rounded down give that, and the
    /// others divide what is left of T among themselves in the same way.
    /// </para>
    /// <para>
    /// The one exception is a T that leaves fewer rows than there are strata, as any T does where every stratum is a single row. T
    /// counts then: the largest strata keep one row each, of equally large ones those that the seed draws, and the others are held
    /// out whole. Where all strata are of one row, that is a draw without stratification.
    /// </para>
    /// </remarks>
    /// <param name="strata">the stratum of each row, any integers; at least two rows</param>
    /// <param name="heldOut">the share to hold out, above 0 and below 1</param>
    /// <param name="seed">the seed of the random choice</param>
    /// <returns>the indices of the rows of either part, from 0, ascending; every row is in one of them, and neither is empty</returns>
    /// <exception cref="ArgumentNullException">the list is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">the share is not above 0 and below 1.</exception>
    /// <exception cref="ArgumentException">there are fewer than two rows.</exception>
    public static (int[] Training, int[] HeldOut) Split(IReadOnlyList<int> strata, double heldOut, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(strata);
        if (!(heldOut > 0 && heldOut < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(heldOut), heldOut, "The share to hold out must be above 0 and below 1.");
        }

        int rows = strata.Count;
        if (rows < 2) throw new ArgumentException("A split needs at least two rows.", nameof(strata));
        int total = Math.Clamp((int)Math.Round(heldOut * rows, MidpointRounding.AwayFromZero), 1, rows - 1);
        var grouped = new RowsByStratum(strata);
        int[] shares = StratumShares.Of(total, grouped.Sizes, seed);
        grouped.Shuffle(seed, "split");

        bool[] isHeldOut = new bool[rows];
        for (int i = 0; i < shares.Length; i++)
        {
            foreach (int row in grouped[i][..shares[i]]) isHeldOut[row] = true;
        }

        return Part(rows, total, row => isHeldOut[row]);
    }

    /// <summary>
    /// Splits the rows for cross-validation, stratified: every row is in the validation part of exactly one fold and in the training
    /// part of the others.
    /// </summary>
    /// <remarks>
    /// The sizes of the validation parts differ by at most one row, and by at most one row of each stratum. A stratum of two rows or
    /// more is in every training part; one of a single row is missing from that of the fold that validates on it.
    /// </remarks>
    /// <param name="strata">the stratum of each row, any integers</param>
    /// <param name="count">the number of folds, from 2 to the number of rows</param>
    /// <param name="seed">the seed of the random choice</param>
    /// <returns>for each fold the indices of the rows of either part, from 0, ascending; no part is empty</returns>
    /// <exception cref="ArgumentNullException">the list is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">there are fewer than two folds, or more than rows.</exception>
    public static IReadOnlyList<(int[] Training, int[] Validation)> Folds(IReadOnlyList<int> strata, int count, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(strata);
        int rows = strata.Count;
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, rows);
        var grouped = new RowsByStratum(strata);
        grouped.Shuffle(seed, "folds");

        // dealt out like cards, one stratum after another
        int[] foldOf = new int[rows];
        for (int dealt = 0; dealt < rows; dealt++) foldOf[grouped.All[dealt]] = dealt % count;

        var folds = new (int[] Training, int[] Validation)[count];
        for (int fold = 0; fold < count; fold++)
        {
            folds[fold] = Part(rows, rows / count + (fold < rows % count ? 1 : 0), row => foldOf[row] == fold);
        }

        return Array.AsReadOnly(folds);
    }

    /// <summary>The rows that were not chosen and those that were, in their order.</summary>
    private static (int[] Others, int[] Chosen) Part(int rows, int count, Func<int, bool> isChosen)
    {
        int[] others = new int[rows - count], chosen = new int[count];
        for (int row = 0, left = 0, taken = 0; row < rows; row++)
        {
            if (isChosen(row)) chosen[taken++] = row;
            else others[left++] = row;
        }

        return (others, chosen);
    }
}
