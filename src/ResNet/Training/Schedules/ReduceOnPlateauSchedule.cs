namespace ResNet;

/// <summary>
/// Multiplies the learning rate by γ whenever n consecutive epochs bring no improvement: the factor is γʳ after r reductions. An
/// epoch is an improvement if it is better than the last improvement by more than a minimum; the first epoch is one unless it is
/// NaN. After a reduction, counting starts again. Epochs that began during a warm-up do not count.
/// </summary>
/// <remarks>
/// An epoch is better if its loss is smaller, or its value of <see cref="Metric"/> better: on the validation data or, if there is
/// none, on the training data. NaN is worse than any number.
/// </remarks>
public sealed class ReduceOnPlateauSchedule : Schedule
{
    /// <summary>γ, above 0 and below 1; 0.1 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">γ is not above 0 and below 1.</exception>
    public double Reduction { get; init => field = BetweenZeroAndOne(value, nameof(Reduction)); } = 0.1;

    /// <summary>n, the consecutive epochs without an improvement that lead to a reduction, at least 1; 10 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is less than 1.</exception>
    public int Patience { get; init => field = AtLeastOne(value, nameof(Patience)); } = 10;

    /// <summary>What an improvement must exceed, in the unit of the loss or metric; not negative and finite; 0 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The minimum is negative or not finite.</exception>
    public double MinimumImprovement
    {
        get;
        init => field = value >= 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(MinimumImprovement), value, "MinimumImprovement must be finite and not negative.");
    }

    /// <summary>The metric that is monitored; null, the default, for the loss.</summary>
    public Metric? Metric { get; init; }

    internal override Metric? Watched => Metric;

    /// <inheritdoc/>
    public override double Factor(in TrainingTime time)
    {
        double best = double.PositiveInfinity;
        int reductions = 0;
        int sinceImprovement = 0;
        for (int i = time.EpochsBefore; i < time.Completed.Count; i++)
        {
            double watched = time.Completed[i].Watched(Metric);
            if (watched < best - MinimumImprovement)
            {
                best = watched;
                sinceImprovement = 0;
            }
            else if (++sinceImprovement == Patience)
            {
                reductions++;
                sinceImprovement = 0;
            }
        }

        return Math.Pow(Reduction, reductions);
    }

    /// <summary>The settings as text.</summary>
    public override string ToString()
    {
        string watched = Metric?.ToString() ?? "loss";
        return FormattableString.Invariant(
            $"times {Reduction} on a plateau of {watched}, patience {Patience}, minimum improvement {MinimumImprovement}");
    }
}
