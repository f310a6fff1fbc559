namespace ResNet.Tabular;

/// <content>Parts of a table, drawn as those of data sets are (<see cref="Strata"/>).</content>
public sealed partial class Table
{
    /// <summary>Holds out a random share of the rows; both parts keep the order of the rows.</summary>
    /// <param name="heldOut">the share to hold out, above 0 and below 1; rounded to rows, at least one in either part</param>
    /// <param name="seed">the seed of the random choice; 0 by default</param>
    /// <param name="stratifyBy">
    /// a column to stratify by: each of its texts has the same share in both parts, rounded, and at least one row that is not held out.
    /// Null, the default, for no stratification.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">the share is not above 0 and below 1.</exception>
    /// <exception cref="ArgumentException">there is no such column, or only one row.</exception>
    public (Table Training, Table HeldOut) Split(double heldOut, int seed = 0, string? stratifyBy = null)
    {
        (int[] training, int[] held) = Strata.Split(StrataOf(stratifyBy), heldOut, seed);
        return (Rows(training), Rows(held));
    }

    /// <summary>
    /// Splits the rows at random for cross-validation: each row is in the validation part of exactly one fold, and in the training
    /// part of the others. Sizes differ by at most one row; all parts keep the order of the rows.
    /// </summary>
    /// <param name="count">the number of folds, from 2 to the number of rows</param>
    /// <param name="seed">the seed of the random choice; 0 by default</param>
    /// <param name="stratifyBy">
    /// a column to stratify by, such as that of classes: the number of rows with one of its texts differs by at most one from fold to
    /// fold. Null, the default, for no stratification.
    /// </param>
    /// <returns>the folds, each as its training and its validation part</returns>
    /// <exception cref="ArgumentOutOfRangeException">there are fewer than two folds, or more than rows.</exception>
    /// <exception cref="ArgumentException">there is no such column.</exception>
    public IReadOnlyList<(Table Training, Table Validation)> Folds(int count, int seed = 0, string? stratifyBy = null) =>
        [.. Strata.Folds(StrataOf(stratifyBy), count, seed).Select(fold => (Rows(fold.Training), Rows(fold.Validation)))];

    /// <summary>The stratum of each row: the code of its text in a column; all the same for null.</summary>
    internal int[] StrataOf(string? column)
    {
        int[] strata = new int[RowCount];
        if (column is null) return strata;
        Column by = cells[IndexOf(column)];
        for (int row = 0; row < strata.Length; row++) strata[row] = by.CodeOf(rows[row]);
        return strata;
    }
}
