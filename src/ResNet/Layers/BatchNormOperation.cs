namespace ResNet;

/// <summary>
/// Batch norm: μ and σ² of each feature over the batch's n samples. Backward:
/// ∂L/∂z = γ/√(σ² + ε) · (d − Σd/n − x̂·Σ(d·x̂)/n), d = ∂L/∂y (Ioffe and Szegedy 2015, §3).
/// </summary>
internal sealed class BatchNormOperation(Plan plan, Norm norm, Signal input) : NormOperation(plan, norm, input)
{
    private readonly float[] mean = new float[input.Width];
    private readonly float[] inverseDeviation = new float[input.Width];

    public override void Forward(Lane lane)
    {
        Slice features = lane.Share(Input.Width, granule: 16);
        if (Plan.Training)
        {
            lane.Barrier();
            BatchStatistics(features);
            lane.Barrier();
        }
        else
        {
            RunningStatistics(features);
            lane.Barrier();
        }

        Slice samples = Plan.SamplesOf(lane);
        for (int j = samples.First; j < samples.End; j++)
        {
            Normalize(Input.Value.Sample(j), Normalized(j));
            ScaleAndShift(j);
        }
    }

    protected override void BackwardSample(int sample, ReadOnlySpan<float> normalized, Span<float> gradient)
    {
        ReadOnlySpan<float> gamma = Norm.Gamma.Values, sumOfD = Norm.Beta.Gradients, sumOfDx = Norm.Gamma.Gradients;
        float share = 1f / Plan.Samples;
        for (int i = 0; i < gradient.Length; i++)
        {
            float centred = gradient[i] - sumOfD[i] * share - normalized[i] * (sumOfDx[i] * share);
            gradient[i] = gamma[i] * inverseDeviation[i] * centred;
        }
    }

    private void Normalize(ReadOnlySpan<float> z, Span<float> x)
    {
        for (int i = 0; i < z.Length; i++) x[i] = (z[i] - mean[i]) * inverseDeviation[i];
    }

    private void BatchStatistics(Slice features)
    {
        int n = Plan.Samples, first = features.First;
        Span<float> average = mean.AsSpan(first, features.Count), variance = inverseDeviation.AsSpan(first, features.Count);
        average.Clear();
        variance.Clear();
        for (int j = 0; j < n; j++) Elementwise.AddTo(average, Input.Value.Sample(j).Slice(first, features.Count));
        for (int i = 0; i < average.Length; i++) average[i] /= n;
        for (int j = 0; j < n; j++)
        {
            ReadOnlySpan<float> z = Input.Value.Sample(j).Slice(first, features.Count);
            for (int i = 0; i < z.Length; i++) variance[i] += (z[i] - average[i]) * (z[i] - average[i]);
        }

        for (int i = 0; i < features.Count; i++)
        {
            Track(ref Norm.RunningMean[first + i], average[i]);
            Track(ref Norm.RunningVariance[first + i], variance[i] / (n - 1));
            variance[i] = 1 / MathF.Sqrt(variance[i] / n + Norm.Epsilon);
        }
    }

    private void RunningStatistics(Slice features)
    {
        for (int i = features.First; i < features.End; i++)
        {
            mean[i] = Norm.RunningMean[i];
            inverseDeviation[i] = 1 / MathF.Sqrt(Norm.RunningVariance[i] + Norm.Epsilon);
        }
    }

    private static void Track(ref float running, float batch) => running += Norm.Momentum * (batch - running);
}
