using System.Numerics.Tensors;

namespace ResNet;

/// <summary>
/// For classes: ℓ = log Σₖ exp(zₖ) − Σₖ qₖzₖ, one output per class, with q = 1 at the label y and 0 elsewhere, or smoothed
/// q = (1 − ε)·e_y + ε/K. ∂ℓ/∂z = softmax(z) − q. Computed after subtracting the maximum, so that nothing overflows.
/// </summary>
public sealed class SoftmaxCrossEntropy : Loss
{
    /// <summary>Up to this many probabilities are on the stack where no gradient is wanted; more take an array.</summary>
    private const int OnStack = 256;

    /// <summary>
    /// Label smoothing: the share ε in [0, 1) of a target that is spread evenly over all K classes (Szegedy et al. 2016, §7); 0 by default.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">ε is not in [0, 1).</exception>
    public float LabelSmoothing { get; init => field = Smoothing(value, nameof(LabelSmoothing)); }

    /// <inheritdoc/>
    public override void Check(Dataset data, int outputs, string parameter)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Labels is null)
        {
            throw Mismatch(parameter, "Softmax cross-entropy needs class labels; this data set has regression targets.");
        }

        if (data.Classes != outputs)
        {
            throw Mismatch(
                parameter,
                $"Softmax cross-entropy needs one output per class, but the data has {data.Classes} classes and the network " +
                $"{outputs} outputs.");
        }
    }

    /// <inheritdoc/>
    public override float OfSample(ReadOnlySpan<float> z, Target target, Span<float> gradient)
    {
        Span<float> probabilities = !gradient.IsEmpty ? gradient : z.Length <= OnStack ? stackalloc float[z.Length] : new float[z.Length];
        z.CopyTo(probabilities);
        float maximum = TensorPrimitives.Max(z), elsewhere = LabelSmoothing / z.Length;
        float expected = (1 - LabelSmoothing) * (z[target.Label] - maximum);
        if (LabelSmoothing > 0) expected += LabelSmoothing * (float)(Reductions.Sum(z) / z.Length - maximum);
        float loss = Elementwise.Softmax(probabilities) - expected;
        if (gradient.IsEmpty) return loss;
        for (int i = 0; i < z.Length; i++) gradient[i] -= elsewhere;
        gradient[target.Label] -= 1 - LabelSmoothing;
        return loss;
    }

    /// <summary>Misclassified where the largest output is not the label's.</summary>
    /// <inheritdoc/>
    public override bool? IsWrong(ReadOnlySpan<float> z, Target target) => TensorPrimitives.IndexOfMax(z) != target.Label;

    /// <summary>The settings as text.</summary>
    public override string ToString() => FormattableString.Invariant($"Softmax cross-entropy, label smoothing {LabelSmoothing}");
}
