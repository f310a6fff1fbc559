namespace ResNet;

/// <summary>
/// Batch norm in training: all means are those of a feature over the batch's n columns, so that ē = γ·Σd/n and p = γ·Σ(d·x̂)/n
/// (Ioffe and Szegedy 2015, §3).
/// </summary>
internal sealed class BatchNormOperation : NormOperation<OfFeature>
{
    private readonly float[] runningMean;
    private readonly float[] runningVariance;
    private readonly BatchSums sums;

    /// <summary>Each lane's own: memory that all lanes write would wander between their caches.</summary>
    private readonly StatisticMemory[] statistics;

    public BatchNormOperation(Plan plan, NormPart part, PartArrays arrays, Signal input)
        : base(plan, part, arrays, input)
    {
        runningMean = arrays.Statistic(NormPart.RunningMean);
        runningVariance = arrays.Statistic(NormPart.RunningVariance);
        statistics = [.. Enumerable.Range(0, plan.Lanes).Select(_ => new StatisticMemory(input.Features))];
        sums = CreateSums((_, columns, sums) =>
            FeatureSums.Moments(Input.Value.Columns(columns), Input.Features, Sums(sums), Products(sums)));
    }

    protected override Statistics StatisticsOf(Lane lane, Slice columns) => statistics[lane.Index].All;

    protected override void Measure(Lane lane, Slice columns)
    {
        sums.AddUp(lane, columns, Columns);
        lane.Barrier();
        Span<double> total = sums.Total(Columns, Plan.ScratchOf(lane)), means = Sums(total), variances = Products(total);
        Statistics.ToMoments(means, variances, Columns);
        if (lane.Index == 0) Track(means, variances);
        StatisticsOf(lane, columns).SetMoments(means, variances, Part.Epsilon);
    }

    protected override void MeasureGradients(Lane lane, Slice columns, BatchSums sums)
    {
        lane.Barrier();
        Span<double> total = sums.Total(Columns, Plan.ScratchOf(lane));
        Span<double> ofE = Sums(total), ofProducts = Products(total);
        ReadOnlySpan<float> gamma = Gamma.Values;
        for (int i = 0; i < gamma.Length; i++)
        {
            ofE[i] *= gamma[i];
            ofProducts[i] *= gamma[i];
        }

        StatisticsOf(lane, columns).SetGradients(ofE, ofProducts, Columns);
    }

    /// <summary>The running variance is that of the whole population, as the batch lets it be estimated.</summary>
    private void Track(ReadOnlySpan<double> means, ReadOnlySpan<double> variances)
    {
        int n = Columns;
        for (int i = 0; i < runningMean.Length; i++)
        {
            runningMean[i] += (float)(Part.Momentum * (means[i] - runningMean[i]));
            runningVariance[i] += (float)(Part.Momentum * (variances[i] * n / (n - 1) - runningVariance[i]));
        }
    }
}
