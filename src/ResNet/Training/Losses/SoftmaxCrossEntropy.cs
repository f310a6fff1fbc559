using System.Numerics.Tensors;

namespace ResNet;

/// <summary>ℓ = log Σ exp(z) − z_y; ∂ℓ/∂z = softmax(z) − e_y.</summary>
internal sealed class SoftmaxCrossEntropy : Loss
{
    /// <summary>Logits that fit on the stack where no gradient's memory can be used; more take an array.</summary>
    private const int OnStack = 256;

    internal override void Check(Dataset data, int outputs, string parameter)
    {
        if (data.Labels is null)
        {
            throw Mismatch(parameter, "Softmax cross-entropy needs class labels; this data set has regression targets.");
        }

        if (data.Classes != outputs)
        {
            throw Mismatch(parameter, $"Softmax cross-entropy needs one output per class, but the data has {data.Classes} classes and the network {outputs} outputs.");
        }
    }

    internal override float OfSample(ReadOnlySpan<float> z, Dataset data, int sample, Span<float> gradient, float scale)
    {
        Span<float> exponentials = !gradient.IsEmpty ? gradient : z.Length <= OnStack ? stackalloc float[z.Length] : new float[z.Length];
        float maximum = TensorPrimitives.Max(z);
        for (int i = 0; i < z.Length; i++) exponentials[i] = z[i] - maximum;
        int label = data.LabelSpan[sample];
        float ofLabel = exponentials[label];
        Elementwise.Exp(exponentials, exponentials);
        float sum = (float)Reductions.Sum(exponentials);
        if (!gradient.IsEmpty)
        {
            float atLabel = scale * (exponentials[label] / sum - 1);
            for (int i = 0; i < z.Length; i++) gradient[i] = scale * (exponentials[i] / sum);
            gradient[label] = atLabel;
        }

        return MathF.Log(sum) - ofLabel;
    }

    internal override bool? IsWrong(ReadOnlySpan<float> z, Dataset data, int sample) =>
        TensorPrimitives.IndexOfMax(z) != data.LabelSpan[sample];
}
