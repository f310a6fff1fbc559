using System.Numerics.Tensors;

namespace ResNet;

/// <summary>
/// Layer norm: μ and σ² over a sample's m features. Backward, with e = γ·∂L/∂y:
/// ∂L/∂z = 1/√(σ² + ε) · (e − Σe/m − x̂·Σ(e·x̂)/m), the sums over features (Ba et al. 2016).
/// </summary>
internal sealed class LayerNormOperation(Plan plan, Norm norm, Signal input) : NormOperation(plan, norm, input)
{
    private readonly double[] inverseDeviation = new double[plan.Capacity];

    public override void Forward(Lane lane)
    {
        Slice samples = Plan.SamplesOf(lane);
        for (int j = samples.First; j < samples.End; j++)
        {
            ReadOnlySpan<float> z = Input.Value.Sample(j);
            double mean = Reductions.Sum(z) / z.Length;
            inverseDeviation[j] = InverseDeviation(Variance(Reductions.Dot(z, z) / z.Length, mean));
            Standardizing.Forward(z, new Same(mean), new Same(inverseDeviation[j]), Normalized(j));
            ScaleAndShift(j);
        }
    }

    protected override void BackwardSample(int sample, ReadOnlySpan<float> normalized, Span<float> gradient)
    {
        TensorPrimitives.Multiply(gradient, Norm.Gamma.Values, gradient);
        double mean = Reductions.Sum(gradient) / gradient.Length, projection = Reductions.Dot(gradient, normalized) / gradient.Length;
        Standardizing.Backward(gradient, normalized, new Same(mean), new Same(projection), new Same(inverseDeviation[sample]));
    }
}
