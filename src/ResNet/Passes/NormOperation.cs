using System.Numerics.Tensors;

namespace ResNet;

/// <summary>
/// y = γx̂ + β with x̂ = (z − μ)/√(σ² + ε). Backward, with d = ∂L/∂y: ∂L/∂γ = Σ d·x̂ and ∂L/∂β = Σ d over columns. The
/// kinds differ in what μ and σ² are taken over, and so in ∂L/∂z.
/// </summary>
internal abstract class NormOperation : Operation
{
    private ActivationBuffer normalized;

    protected NormOperation(Plan plan, NormPart part, PartArrays arrays, Signal input)
        : base(plan, arrays.Place, input.Shape)
    {
        Part = part;
        Gamma = arrays.Parameter(NormPart.Gamma);
        Beta = arrays.Parameter(NormPart.Beta);
        Input = Read(input);
        int summed = Training ? input.Features : 0;
        (SumOfD, SumOfDx) = (new double[summed], new double[summed]);
    }

    /// <summary>Σ d of each feature over columns.</summary>
    protected double[] SumOfD { get; }

    /// <summary>Σ d·x̂ of each feature over columns.</summary>
    protected double[] SumOfDx { get; }

    protected NormPart Part { get; }

    protected Parameter Gamma { get; }

    protected Parameter Beta { get; }

    protected Signal Input { get; }

    public override (int Rows, int Columns) GradientShape => (1, 1);

    protected override Signal TurnsInPlace => Input;

    public override void Allocate()
    {
        AllocateElementwise(Input, overwrite: !Training);
        if (Training) normalized = Input.MayBeOverwritten ? Input.Value : Plan.Allocate(Input.Shape);
    }

    public override void Backward(Lane lane)
    {
        // ∂L/∂γ and ∂L/∂β are sums over all columns, each lane taking some features
        lane.Barrier();
        SumParameterGradients(lane.Share(Input.Features, granule: 16));
        lane.Barrier();
        Slice samples = Plan.SamplesOf(lane);
        Slice columns = Input.ColumnsOf(samples);
        for (int j = columns.First; j < columns.End; j++) BackwardColumn(j, normalized.Column(j), Output.Gradient.Column(j));
        PassGradient(Input, samples);
    }

    /// <summary>The sums are there already: the backward pass needs them, and γ after them.</summary>
    public override void Gradient(Slice columns, GradientSink sink)
    {
        sink.Take(Gamma);
        sink.Take(Beta);
    }

    /// <summary>The columns of all samples of the batch at hand.</summary>
    protected int Columns => Plan.Samples * Input.Shape.Columns;

    /// <summary>Turns ∂L/∂y of one column into ∂L/∂z in place.</summary>
    protected abstract void BackwardColumn(int column, ReadOnlySpan<float> normalized, Span<float> gradient);

    /// <summary>Where x̂ of one column goes: in training it is kept for the backward pass.</summary>
    protected Span<float> Normalized(int column) => (Training ? normalized : Output.Value).Column(column);

    /// <summary>y = γx̂ + β for one column.</summary>
    protected void ScaleAndShift(int column) =>
        TensorPrimitives.MultiplyAdd(Normalized(column), Gamma.Values, Beta.Values, Output.Value.Column(column));

    /// <summary>σ² from the means of z² and of z; what rounding makes negative is 0.</summary>
    protected static double Variance(double meanOfSquares, double mean) => Math.Max(0, meanOfSquares - mean * mean);

    /// <summary>1/√(σ² + ε).</summary>
    protected double InverseDeviation(double variance) => 1 / Math.Sqrt(variance + Part.Epsilon);

    /// <summary>Sums of the given features over all columns, and the gradients of γ and β that they are.</summary>
    protected virtual void SumParameterGradients(Slice features)
    {
        Span<double> ofD = SumOfD.AsSpan(features.First, features.Count), ofDx = SumOfDx.AsSpan(features.First, features.Count);
        ofD.Clear();
        ofDx.Clear();
        for (int j = 0; j < Columns; j++)
        {
            ReadOnlySpan<float> d = Output.Gradient.Column(j).Slice(features.First, features.Count);
            Reductions.AddTo(ofD, d);
            Reductions.AddProducts(ofDx, d, normalized.Column(j).Slice(features.First, features.Count));
        }

        for (int i = features.First; i < features.End; i++)
        {
            Beta.Gradients[i] = (float)SumOfD[i];
            Gamma.Gradients[i] = (float)SumOfDx[i];
        }
    }
}
