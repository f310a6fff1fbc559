namespace ResNet;

/// <summary>
/// Layer norm: μ and σ² over a sample's m features. Backward, with e = γ·∂L/∂y:
/// ∂L/∂z = 1/√(σ² + ε) · (e − Σe/m − x̂·Σ(e·x̂)/m), the sums over features (Ba et al. 2016).
/// </summary>
internal sealed class LayerNormOperation(Plan plan, Norm norm, Signal input) : NormOperation(plan, norm, input)
{
    private readonly float[] inverseDeviation = new float[plan.Capacity];

    public override void Forward(Lane lane)
    {
        Slice samples = Plan.SamplesOf(lane);
        for (int j = samples.First; j < samples.End; j++)
        {
            inverseDeviation[j] = Normalize(Input.Value.Sample(j), Normalized(j));
            ScaleAndShift(j);
        }
    }

    protected override void BackwardSample(int sample, ReadOnlySpan<float> normalized, Span<float> gradient)
    {
        ReadOnlySpan<float> gamma = Norm.Gamma.Values;
        for (int i = 0; i < gradient.Length; i++) gradient[i] *= gamma[i];
        float mean = Reductions.Sum(gradient) / gradient.Length;
        float projection = Reductions.Dot(gradient, normalized) / gradient.Length;
        float scale = inverseDeviation[sample];
        for (int i = 0; i < gradient.Length; i++) gradient[i] = scale * (gradient[i] - mean - normalized[i] * projection);
    }

    /// <summary>x̂ of one sample; returns 1/√(σ² + ε).</summary>
    private static float Normalize(ReadOnlySpan<float> z, Span<float> x)
    {
        float mean = Reductions.Sum(z) / z.Length;
        for (int i = 0; i < z.Length; i++) x[i] = z[i] - mean;
        float scale = 1 / MathF.Sqrt(Reductions.Dot(x, x) / x.Length + Norm.Epsilon);
        for (int i = 0; i < x.Length; i++) x[i] *= scale;
        return scale;
    }
}
