namespace ResNet;

/// <summary>
/// Batch norm: μ and σ² of each feature over the batch's n samples. Backward:
/// ∂L/∂z = γ/√(σ² + ε) · (d − Σd/n − x̂·Σ(d·x̂)/n), d = ∂L/∂y (Ioffe and Szegedy 2015, §3).
/// </summary>
internal sealed class BatchNormOperation(Plan plan, Norm norm, Signal input) : NormOperation(plan, norm, input)
{
    private readonly double[] mean = new double[input.Width];
    private readonly double[] inverseDeviation = new double[input.Width];

    /// <summary>γ/√(σ² + ε).</summary>
    private readonly double[] scale = new double[input.Width];

    public override void Forward(Lane lane)
    {
        Slice features = lane.Share(Input.Width, granule: 16);
        if (Training) lane.Barrier();
        if (Training) BatchStatistics(features);
        else RunningStatistics(features);
        lane.Barrier();

        Slice samples = Plan.SamplesOf(lane);
        for (int j = samples.First; j < samples.End; j++)
        {
            Standardizing.Forward(Input.Value.Sample(j), new Each(mean), new Each(inverseDeviation), Normalized(j));
            ScaleAndShift(j);
        }
    }

    protected override void SumParameterGradients(Slice features)
    {
        base.SumParameterGradients(features);
        for (int i = features.First; i < features.End; i++)
        {
            SumOfD[i] /= Plan.Samples;
            SumOfDx[i] /= Plan.Samples;
            scale[i] = Norm.Gamma.Values[i] * inverseDeviation[i];
        }
    }

    protected override void BackwardSample(int sample, ReadOnlySpan<float> normalized, Span<float> gradient) =>
        Standardizing.Backward(gradient, normalized, new Each(SumOfD), new Each(SumOfDx), new Each(scale));

    private void BatchStatistics(Slice features)
    {
        int n = Plan.Samples, first = features.First;
        Span<double> sums = mean.AsSpan(first, features.Count), squares = inverseDeviation.AsSpan(first, features.Count);
        sums.Clear();
        squares.Clear();
        for (int j = 0; j < n; j++)
        {
            ReadOnlySpan<float> z = Input.Value.Sample(j).Slice(first, features.Count);
            Reductions.AddTo(sums, z);
            Reductions.AddProducts(squares, z, z);
        }

        for (int i = features.First; i < features.End; i++)
        {
            mean[i] /= n;
            double variance = Variance(inverseDeviation[i] / n, mean[i]);
            inverseDeviation[i] = InverseDeviation(variance);
            Track(ref Norm.RunningMean[i], mean[i]);
            Track(ref Norm.RunningVariance[i], variance * n / (n - 1));
        }
    }

    private void RunningStatistics(Slice features)
    {
        for (int i = features.First; i < features.End; i++)
        {
            mean[i] = Norm.RunningMean[i];
            inverseDeviation[i] = InverseDeviation(Norm.RunningVariance[i]);
        }
    }

    private static void Track(ref float running, double batch) => running += (float)(Norm.Momentum * (batch - running));
}
