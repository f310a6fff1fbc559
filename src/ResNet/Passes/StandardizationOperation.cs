namespace ResNet;

/// <summary>
/// x' = (x − μ)/σ over a batch, or back, x = σx' + μ. Backward: ∂L/∂x = ∂L/∂x'/σ, or ∂L/∂x' = σ·∂L/∂x, in the memory of
/// the output's gradient.
/// </summary>
internal sealed class StandardizationOperation : Operation
{
    private readonly Standardization standardization;
    private readonly bool undoes;
    private readonly Signal input;

    public StandardizationOperation(Plan plan, string place, StandardizationPart part, Signal input)
        : base(plan, place, input.Shape)
    {
        standardization = part.Standardization;
        undoes = part.Undoes;
        this.input = Read(input);
        Output.WantsGradient = input.WantsGradient;
    }

    protected override Signal TurnsInPlace => input;

    public override void Allocate() => AllocateElementwise(input, overwrite: true);

    public override void Forward(Lane lane)
    {
        Slice columns = input.ColumnsOf(Plan.SamplesOf(lane));
        for (int j = columns.First; j < columns.End; j++)
        {
            if (undoes) standardization.Undo(input.Value.Column(j), Output.Value.Column(j));
            else standardization.Apply(input.Value.Column(j), Output.Value.Column(j));
        }
    }

    public override void Backward(Lane lane)
    {
        if (!Output.WantsGradient) return;
        Slice samples = Plan.SamplesOf(lane);
        Slice columns = input.ColumnsOf(samples);
        for (int j = columns.First; j < columns.End; j++)
        {
            if (undoes) standardization.PassBackUndone(Output.Gradient.Column(j));
            else standardization.PassBack(Output.Gradient.Column(j));
        }

        PassGradient(input, samples);
    }
}
