namespace ResNet;

/// <summary>ℓ = Σ (z − t)²/K; ∂ℓ/∂z = 2(z − t)/K.</summary>
internal sealed class MeanSquaredError : Loss
{
    internal override void Check(Dataset data, int outputs, string parameter)
    {
        if (data.Targets is null) throw Mismatch(parameter, "Mean squared error needs regression targets; this data set has class labels.");
        if (data.Targets.RowCount != outputs)
        {
            throw Mismatch(parameter, $"The targets have {data.Targets.RowCount} rows, but the network has {outputs} outputs.");
        }
    }

    internal override float OfSample(ReadOnlySpan<float> z, Dataset data, int sample, Span<float> gradient, float scale)
    {
        ReadOnlySpan<float> target = data.Target(sample);
        float sum = 0;
        for (int i = 0; i < z.Length; i++)
        {
            float difference = z[i] - target[i];
            sum += difference * difference;
            if (!gradient.IsEmpty) gradient[i] = scale * 2 * difference / z.Length;
        }

        return sum / z.Length;
    }

    internal override bool? IsWrong(ReadOnlySpan<float> z, Dataset data, int sample) => null;
}
