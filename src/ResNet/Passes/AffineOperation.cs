namespace ResNet;

/// <summary>
/// y = g(N(W a + b) + S) over a batch: the affine map, and what is fused with it, batch norm N with running statistics, the addition
/// of a shortcut S and a rectifier g. Backward, where there is no N, with δ = ∂L/∂y · g'(y): ∂L/∂a = Wᵀδ, ∂L/∂S = δ, ∂L/∂W = δ aᵀ,
/// ∂L/∂b = Σ over samples of δ.
/// </summary>
internal sealed class AffineOperation(Plan plan, AffinePart part, PartArrays arrays, Signal input)
    : FusedOperation(plan, arrays.Place, part.Output, input)
{
    private readonly Parameter weight = arrays.Parameter(AffinePart.Weight);
    private readonly Parameter? bias = part.HasBias ? arrays.Parameter(AffinePart.Bias) : null;
    private FixedBatchNorm? norm;

    public override (int Rows, int Columns) GradientShape => (Outputs, Inputs);

    public override Parameter Matrix => weight;

    private int Inputs => Input.Features;

    private int Outputs => Output.Features;

    /// <summary>Applies batch norm with running statistics to what this gives, if it can.</summary>
    public bool TryNormalize(FixedBatchNorm norm)
    {
        if (Training || this.norm is not null || HasShortcut || Output.Slope != 1 || Output.IsKept) return false;
        this.norm = norm;
        return true;
    }

    public override void Allocate() => Output.Value = Plan.Allocate(Output.Shape);

    public override void Forward(Lane lane)
    {
        (Slice samples, Slice rows) = Plan.ShareOf(lane, Outputs);
        norm?.Settle(lane);
        Epilogue epilogue = ForwardEpilogue(samples);
        if (norm is not null) epilogue = norm.Fuse(lane, epilogue);
        Product.Forward(
            weight.Values, bias?.Values, Input.Value.Samples(samples), Output.Value.Samples(samples), Inputs, Outputs,
            epilogue, PrefetchOf(Neighbours.Next), rows);
        Drop(samples);
    }

    public override void Backward(Lane lane)
    {
        Slice samples = Plan.SamplesOf(lane);
        Span<float> delta = Delta(samples);
        if (!Input.WantsGradient) return;
        Product.InputGradient(
            weight.Values, delta, Input.Gradient.Samples(samples), Inputs, Outputs,
            BackwardEpilogue(samples), PrefetchOf(Neighbours.Previous));
    }

    public override void Gradient(Lane lane, Slice columns, GradientSink sink)
    {
        Slice all = new(0, Plan.Samples);
        ReadOnlySpan<float> delta = Output.Gradient.Samples(all);
        sink.Take(weight, new OuterProducts(delta, Input.Value.Samples(all), Outputs, Inputs) { Columns = columns });

        if (columns.First != 0 || bias is null) return;
        Reductions.SumOfColumns(delta, bias.Gradients);
        sink.Take(bias);
    }
}
