using System.Numerics.Tensors;

namespace ResNet;

/// <summary>
/// y = γx̂ + β with x̂ = (z − μ)/√(σ² + ε). Backward, with d = ∂L/∂y: ∂L/∂γ = Σ d·x̂ and ∂L/∂β = Σ d over samples. The
/// kinds differ in what μ and σ² are taken over, and so in ∂L/∂z.
/// </summary>
internal abstract class NormOperation : Operation
{
    private ActivationBuffer normalized;

    protected NormOperation(Plan plan, Norm norm, Signal input)
        : base(plan, norm.Name, input.Width)
    {
        Norm = norm;
        Input = Read(input);
        int summed = Training ? input.Width : 0;
        (SumOfD, SumOfDx) = (new double[summed], new double[summed]);
    }

    /// <summary>Σ d of each feature over samples.</summary>
    protected double[] SumOfD { get; }

    /// <summary>Σ d·x̂ of each feature over samples.</summary>
    protected double[] SumOfDx { get; }

    protected Norm Norm { get; }

    protected Signal Input { get; }

    public override (int Rows, int Columns) GradientShape => (1, 1);

    protected override Signal TurnsInPlace => Input;

    public override void Allocate()
    {
        AllocateElementwise(Input, overwrite: !Training);
        if (Training) normalized = Input.MayBeOverwritten ? Input.Value : Plan.Allocate(Input.Width);
    }

    public override void Backward(Lane lane)
    {
        // ∂L/∂γ and ∂L/∂β are sums over all samples, each lane taking some features
        lane.Barrier();
        SumParameterGradients(lane.Share(Input.Width, granule: 16));
        lane.Barrier();
        Slice samples = Plan.SamplesOf(lane);
        for (int j = samples.First; j < samples.End; j++) BackwardSample(j, normalized.Sample(j), Output.Gradient.Sample(j));
        PassGradient(Input, samples);
    }

    /// <summary>The sums are there already: the backward pass needs them, and γ after them.</summary>
    public override void Gradient(Slice columns, GradientSink sink)
    {
        sink.Take(Norm.Gamma);
        sink.Take(Norm.Beta);
    }

    /// <summary>Turns ∂L/∂y of one sample into ∂L/∂z in place.</summary>
    protected abstract void BackwardSample(int sample, ReadOnlySpan<float> normalized, Span<float> gradient);

    /// <summary>Where x̂ of one sample goes: in training it is kept for the backward pass.</summary>
    protected Span<float> Normalized(int sample) => (Training ? normalized : Output.Value).Sample(sample);

    /// <summary>y = γx̂ + β for one sample.</summary>
    protected void ScaleAndShift(int sample) =>
        TensorPrimitives.MultiplyAdd(Normalized(sample), Norm.Gamma.Values, Norm.Beta.Values, Output.Value.Sample(sample));

    /// <summary>σ² from the means of z² and of z; what rounding makes negative is 0.</summary>
    protected static double Variance(double meanOfSquares, double mean) => Math.Max(0, meanOfSquares - mean * mean);

    /// <summary>1/√(σ² + ε).</summary>
    protected static double InverseDeviation(double variance) => 1 / Math.Sqrt(variance + Norm.Epsilon);

    /// <summary>Sums of the given features over all samples, and the gradients of γ and β that they are.</summary>
    protected virtual void SumParameterGradients(Slice features)
    {
        Span<double> ofD = SumOfD.AsSpan(features.First, features.Count), ofDx = SumOfDx.AsSpan(features.First, features.Count);
        ofD.Clear();
        ofDx.Clear();
        for (int j = 0; j < Plan.Samples; j++)
        {
            ReadOnlySpan<float> d = Output.Gradient.Sample(j).Slice(features.First, features.Count);
            Reductions.AddTo(ofD, d);
            Reductions.AddProducts(ofDx, d, normalized.Sample(j).Slice(features.First, features.Count));
        }

        for (int i = features.First; i < features.End; i++)
        {
            Norm.Beta.Gradients[i] = (float)SumOfD[i];
            Norm.Gamma.Gradients[i] = (float)SumOfDx[i];
        }
    }
}
