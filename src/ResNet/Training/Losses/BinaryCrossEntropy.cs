namespace ResNet;

/// <summary>
/// For binary targets t in [0, 1]: ℓ = Σₖ (max(zₖ, 0) − zₖtₖ + log(1 + exp(−|zₖ|)))/K, the cross-entropy of σ(zₖ), the mean
/// over the K outputs. ∂ℓ/∂z = (σ(z) − t)/K. For multi-label data, or for two classes with one output.
/// </summary>
public sealed class BinaryCrossEntropy : Loss
{
    /// <summary>Label smoothing moves targets towards one half: t becomes (1 − ε)t + ε/2 with ε in [0, 1); 0 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">ε is not in [0, 1).</exception>
    public float LabelSmoothing { get; init => field = Smoothing(value, nameof(LabelSmoothing)); }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"Binary cross-entropy, label smoothing {LabelSmoothing}");

    internal override bool TakesStandardizedTargets => false;

    /// <inheritdoc/>
    public override void Check(Dataset data, int outputs, string parameter)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Labels is not null)
        {
            if (data.Classes == 2 && outputs == 1) return;
            throw Mismatch(
                parameter,
                "Binary cross-entropy takes class labels only with 2 classes and 1 output, but the data has " +
                $"{data.Classes} classes and the network {outputs} outputs.");
        }

        if (data.Targets!.RowCount != outputs)
        {
            throw Mismatch(parameter, $"The targets have {data.Targets.RowCount} rows, but the network has {outputs} outputs.");
        }

        for (int sample = 0; sample < data.Count; sample++)
        {
            foreach (float target in data.TargetOf(sample).Values)
            {
                if (target is >= 0 and <= 1) continue;
                throw Mismatch(parameter, FormattableString.Invariant(
                    $"Binary cross-entropy needs targets in [0, 1], but sample {sample} has {target}."));
            }
        }
    }

    /// <inheritdoc/>
    public override float OfSample(ReadOnlySpan<float> z, Target target, Span<float> gradient)
    {
        float sum = 0;
        for (int i = 0; i < z.Length; i++)
        {
            float t = (1 - LabelSmoothing) * ValueOf(target, i) + LabelSmoothing / 2;
            float tail = MathF.Exp(-MathF.Abs(z[i]));
            float sigmoid = z[i] >= 0 ? 1 / (1 + tail) : tail / (1 + tail);
            sum += MathF.Max(z[i], 0) - z[i] * t + MathF.Log(1 + tail);
            if (!gradient.IsEmpty) gradient[i] = (sigmoid - t) / z.Length;
        }

        return sum / z.Length;
    }

    /// <summary>Misclassified where σ(z) of any output and its target are on different sides of ½.</summary>
    /// <inheritdoc/>
    public override bool? IsWrong(ReadOnlySpan<float> z, Target target)
    {
        for (int i = 0; i < z.Length; i++)
        {
            if (z[i] > 0 != ValueOf(target, i) > 0.5f) return true;
        }

        return false;
    }

    private static float ValueOf(Target target, int output) => target.Values.IsEmpty ? target.Label : target.Values[output];
}
