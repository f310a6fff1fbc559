namespace ResNet;

/// <summary>ℓ = Σ (max(z, 0) − zt + log(1 + exp(−|z|)))/K; ∂ℓ/∂z = (σ(z) − t)/K.</summary>
internal sealed class BinaryCrossEntropy : Loss
{
    internal override void Check(Dataset data, int outputs, string parameter)
    {
        if (data.Labels is not null)
        {
            if (data.Classes == 2 && outputs == 1) return;
            throw Mismatch(parameter, $"Binary cross-entropy takes class labels only with 2 classes and 1 output, but the data has {data.Classes} classes and the network {outputs} outputs.");
        }

        if (data.Targets!.RowCount != outputs)
        {
            throw Mismatch(parameter, $"The targets have {data.Targets.RowCount} rows, but the network has {outputs} outputs.");
        }

        for (int sample = 0; sample < data.Count; sample++)
        {
            foreach (float target in data.Target(sample))
            {
                if (target is >= 0 and <= 1) continue;
                throw Mismatch(parameter, $"Binary cross-entropy needs targets in [0, 1], but sample {sample} has {target}.");
            }
        }
    }

    internal override float OfSample(ReadOnlySpan<float> z, Dataset data, int sample, Span<float> gradient, float scale)
    {
        float sum = 0;
        for (int i = 0; i < z.Length; i++)
        {
            float target = TargetOf(data, sample, i);
            float tail = MathF.Exp(-MathF.Abs(z[i]));
            float sigmoid = z[i] >= 0 ? 1 / (1 + tail) : tail / (1 + tail);
            sum += MathF.Max(z[i], 0) - z[i] * target + MathF.Log(1 + tail);
            if (!gradient.IsEmpty) gradient[i] = scale * (sigmoid - target) / z.Length;
        }

        return sum / z.Length;
    }

    /// <summary>Wrong where any output is on the other side of ½ than its target.</summary>
    internal override bool? IsWrong(ReadOnlySpan<float> z, Dataset data, int sample)
    {
        for (int i = 0; i < z.Length; i++)
        {
            if (z[i] > 0 != TargetOf(data, sample, i) > 0.5f) return true;
        }

        return false;
    }

    private static float TargetOf(Dataset data, int sample, int output) =>
        data.Labels is null ? data.Target(sample)[output] : data.LabelSpan[sample];
}
