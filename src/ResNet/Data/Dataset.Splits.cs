namespace ResNet;

/// <content>Parts of a data set: copies, with the same weights and number of classes.</content>
public sealed partial class Dataset
{
    /// <summary>Copies the first samples into a new data set, with the same number of classes.</summary>
    /// <param name="count">The number of samples, from 1 to <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1 or more than there are.</exception>
    /// <exception cref="ArgumentException">Their weights are all 0.</exception>
    public Dataset Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        return Select([.. Enumerable.Range(0, count)]);
    }

    /// <summary>Copies some samples into a new data set, with the same number of classes.</summary>
    /// <param name="samples">The samples in the order of the copy, each from 0 to <see cref="Count"/> − 1; repeats are allowed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="samples"/> is <c>null</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    /// <exception cref="ArgumentException">There are no samples, too many for a dense matrix, or their weights are all 0.</exception>
    public Dataset Select(IReadOnlyList<int> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Count == 0) throw new ArgumentException("Expected at least one sample.", nameof(samples));
        foreach (int sample in samples)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(sample, nameof(samples));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(sample, Count, nameof(samples));
        }

        Dataset selected = Copy(samples);
        if (selected.weights is { } found) NotAllZero(found, nameof(weights));
        return selected;
    }

    private Dataset Copy(IReadOnlyList<int> samples)
    {
        Dataset copy = targets is null
            ? new(inputs.Select(samples), [.. samples.Select(sample => labels![sample])], Classes)
            : new(inputs.Select(samples), targets.Select(samples)) { IsMultiLabel = IsMultiLabel };
        return weights is null ? copy : new(copy, [.. samples.Select(sample => weights[sample])]);
    }

    /// <summary>
    /// Holds out a random share of the samples, stratified where there are labels: the same share of every class, rounded up or
    /// down so that the total is right, but no class whole unless fewer samples stay than there are classes (<see cref="Strata.Split"/>
    /// says exactly how). Both parts keep the samples' order.
    /// </summary>
    /// <param name="heldOut">The share to hold out, above 0 and below 1; rounded to samples, at least one in either part.</param>
    /// <param name="seed">The seed of the random choice.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not above 0 and below 1.</exception>
    /// <exception cref="InvalidOperationException">There is only one sample.</exception>
    /// <exception cref="ArgumentException">The weights of a part are all 0.</exception>
    public (Dataset Training, Dataset HeldOut) Split(double heldOut, int seed = 0) => SplitBy(Classed(), heldOut, seed);

    /// <summary>Holds out a random share of the samples, without stratification. Both parts keep the samples' order.</summary>
    /// <param name="heldOut">The share to hold out, above 0 and below 1; rounded to samples, at least one in either part.</param>
    /// <param name="seed">The seed of the random choice.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not above 0 and below 1.</exception>
    /// <exception cref="InvalidOperationException">There is only one sample.</exception>
    /// <exception cref="ArgumentException">The weights of a part are all 0.</exception>
    public (Dataset Training, Dataset HeldOut) SplitAtRandom(double heldOut, int seed = 0) => SplitBy(new int[Count], heldOut, seed);

    /// <summary>
    /// Splits the samples for cross-validation: every sample is in the validation part of exactly one fold and in the training
    /// part of the others. The validation parts are random, and their sizes differ by at most one sample and, where there are
    /// labels, by at most one sample of each class (<see cref="Strata.Folds"/>). All parts keep the samples' order.
    /// </summary>
    /// <remarks>The folds together take as many times the memory of this data set as there are folds.</remarks>
    /// <param name="count">The number of folds, from 2 to <see cref="Count"/>.</param>
    /// <param name="seed">The seed of the random choice.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two folds, or more than samples.</exception>
    /// <exception cref="ArgumentException">The weights of a part are all 0.</exception>
    public IReadOnlyList<(Dataset Training, Dataset Validation)> Folds(int count, int seed = 0) =>
        [.. Strata.Folds(Classed(), count, seed).Select(fold => (Select(fold.Training), Select(fold.Validation)))];

    private (Dataset Training, Dataset HeldOut) SplitBy(int[] strata, double heldOut, int seed)
    {
        if (Count < 2) throw new InvalidOperationException("A single sample cannot be split.");
        (int[] training, int[] held) = Strata.Split(strata, heldOut, seed);
        return (Select(training), Select(held));
    }

    /// <summary>The class of each sample; the same for all of them where there are no labels.</summary>
    private int[] Classed() => labels ?? new int[Count];
}
