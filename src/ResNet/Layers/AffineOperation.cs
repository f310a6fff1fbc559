namespace ResNet;

/// <summary>
/// z = W a + b over a batch. Backward, with δ = ∂L/∂z: ∂L/∂a = Wᵀδ, ∂L/∂W = δ aᵀ, ∂L/∂b = Σ over samples of δ.
/// </summary>
internal sealed class AffineOperation : Operation
{
    /// <summary>Columns of ∂L/∂W in one task: enough work to be worth handing out.</summary>
    private const int TaskColumns = 32;

    private readonly Affine affine;
    private readonly Signal input;

    public AffineOperation(Plan plan, Affine affine, Signal input)
        : base(plan, affine.Name, affine.Outputs)
    {
        this.affine = affine;
        this.input = Read(input);
    }

    public override int GradientTasks => (affine.Inputs + TaskColumns - 1) / TaskColumns;

    private int Inputs => affine.Inputs;

    private int Outputs => affine.Outputs;

    public override void Allocate() => AllocateOutput();

    public override void Forward(Lane lane)
    {
        Slice samples = Plan.SamplesOf(lane);
        Product.Forward(
            affine.Weight.Values, affine.Bias?.Values, input.Value.Samples(samples), Output.Value.Samples(samples), Inputs, Outputs);
    }

    public override void Backward(Lane lane)
    {
        if (!input.WantsGradient) return;
        Slice samples = Plan.SamplesOf(lane);
        Product.InputGradient(
            affine.Weight.Values, Output.Gradient.Samples(samples), input.Gradient.Samples(samples), Inputs, Outputs,
            accumulate: !input.IsWrittenFirstBy(this));
    }

    public override void Gradient(int task)
    {
        Slice all = new(0, Plan.Samples);
        ReadOnlySpan<float> delta = Output.Gradient.Samples(all);
        int first = task * TaskColumns, count = Math.Min(TaskColumns, Inputs - first);
        Span<float> columns = affine.Weight.Gradients.AsSpan(first * Outputs, count * Outputs);
        Product.WeightGradient(delta, input.Value.Samples(all), columns, Inputs, Outputs, first);

        if (task == 0 && affine.Bias is { } bias)
        {
            Span<float> sum = bias.Gradients;
            sum.Clear();
            for (int j = 0; j < all.Count; j++) Elementwise.AddTo(sum, Output.Gradient.Sample(j));
        }
    }
}
