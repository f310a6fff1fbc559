namespace ResNet;

/// <summary>
/// A factor γ whenever n epochs in a row have brought no gain: γʳ after r such rows. An epoch brings a gain if it is better
/// by more than a minimum than the last one that did; the first does unless it is NaN. After a reduction a new row begins.
/// Epochs that began within a warm-up in front are not judged.
/// </summary>
/// <remarks>
/// What makes an epoch better is a smaller loss on the validation data, on the training data if there is no other, or a
/// better value of <see cref="Metric"/>. NaN is worse than any number.
/// </remarks>
public sealed class ReduceOnPlateauSchedule : Schedule
{
    /// <summary>γ, above 0 and below 1; 0.1 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">γ is not above 0 and below 1.</exception>
    public double Reduction { get; init => field = BetweenZeroAndOne(value, nameof(Reduction)); } = 0.1;

    /// <summary>n, the epochs without a gain that lead to a reduction, at least 1; 10 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is less than 1.</exception>
    public int Patience { get; init => field = AtLeastOne(value, nameof(Patience)); } = 10;

    /// <summary>What a gain must be more than, in the unit of what is watched; not negative and finite; 0 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The minimum is negative or not finite.</exception>
    public double MinimumGain
    {
        get;
        init => field = value >= 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MinimumGain), value, "MinimumGain must be finite and not negative.");
    }

    /// <summary>What epochs are judged by, null, the default, for the loss.</summary>
    public Metric? Metric { get; init; }

    internal override Metric? Watched => Metric;

    /// <inheritdoc/>
    public override double Factor(in TrainingTime time)
    {
        double best = double.PositiveInfinity;
        int reductions = 0;
        int withoutGain = 0;
        for (int i = time.EpochsBefore; i < time.Completed.Count; i++)
        {
            double watched = time.Completed[i].Watched(Metric);
            if (watched < best - MinimumGain)
            {
                best = watched;
                withoutGain = 0;
            }
            else if (++withoutGain == Patience)
            {
                reductions++;
                withoutGain = 0;
            }
        }

        return Math.Pow(Reduction, reductions);
    }

    /// <summary>The settings in words.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"times {Reduction} on a plateau of {Metric?.ToString() ?? "loss"}, patience {Patience}, minimum gain {MinimumGain}");
}
