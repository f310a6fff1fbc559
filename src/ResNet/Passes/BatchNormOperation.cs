namespace ResNet;

/// <summary>
/// Batch norm: μ and σ² of each feature over the batch's n columns. Backward:
/// ∂L/∂z = γ/√(σ² + ε) · (d − Σd/n − x̂·Σ(d·x̂)/n), d = ∂L/∂y (Ioffe and Szegedy 2015, §3).
/// </summary>
internal sealed class BatchNormOperation(Plan plan, NormPart part, PartArrays arrays, Signal input)
    : NormOperation(plan, part, arrays, input)
{
    private readonly float[] runningMean = arrays.Statistic(NormPart.RunningMean);
    private readonly float[] runningVariance = arrays.Statistic(NormPart.RunningVariance);
    private readonly double[] mean = new double[input.Features];
    private readonly double[] inverseDeviation = new double[input.Features];

    /// <summary>γ/√(σ² + ε).</summary>
    private readonly double[] scale = new double[input.Features];

    public override void Forward(Lane lane)
    {
        Slice features = lane.Share(Input.Features, granule: 16);
        if (Training) lane.Barrier();
        if (Training) BatchStatistics(features);
        else RunningStatistics(features);
        lane.Barrier();

        Slice columns = Input.ColumnsOf(Plan.SamplesOf(lane));
        for (int j = columns.First; j < columns.End; j++)
        {
            Standardizing.Forward(Input.Value.Column(j), new Each(mean), new Each(inverseDeviation), Normalized(j));
            ScaleAndShift(j);
        }
    }

    protected override void SumParameterGradients(Slice features)
    {
        base.SumParameterGradients(features);
        for (int i = features.First; i < features.End; i++)
        {
            SumOfD[i] /= Columns;
            SumOfDx[i] /= Columns;
            scale[i] = Gamma.Values[i] * inverseDeviation[i];
        }
    }

    protected override void BackwardColumn(int column, ReadOnlySpan<float> normalized, Span<float> gradient) =>
        Standardizing.Backward(gradient, normalized, new Each(SumOfD), new Each(SumOfDx), new Each(scale));

    private void BatchStatistics(Slice features)
    {
        int n = Columns, first = features.First;
        Span<double> sums = mean.AsSpan(first, features.Count), squares = inverseDeviation.AsSpan(first, features.Count);
        sums.Clear();
        squares.Clear();
        for (int j = 0; j < n; j++)
        {
            ReadOnlySpan<float> z = Input.Value.Column(j).Slice(first, features.Count);
            Reductions.AddTo(sums, z);
            Reductions.AddProducts(squares, z, z);
        }

        for (int i = features.First; i < features.End; i++)
        {
            mean[i] /= n;
            double variance = Variance(inverseDeviation[i] / n, mean[i]);
            inverseDeviation[i] = InverseDeviation(variance);
            Track(ref runningMean[i], mean[i]);
            Track(ref runningVariance[i], variance * n / (n - 1));
        }
    }

    private void RunningStatistics(Slice features)
    {
        for (int i = features.First; i < features.End; i++)
        {
            mean[i] = runningMean[i];
            inverseDeviation[i] = InverseDeviation(runningVariance[i]);
        }
    }

    private void Track(ref float running, double batch) => running += (float)(Part.Momentum * (batch - running));
}
