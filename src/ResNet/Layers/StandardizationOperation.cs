namespace ResNet;

/// <summary>
/// x' = (x − μ)/σ over a batch, or back, x = σx' + μ. Backward: ∂L/∂x = ∂L/∂x'/σ, or ∂L/∂x' = σ·∂L/∂x, in the memory of
/// the output's gradient.
/// </summary>
internal sealed class StandardizationOperation : Operation
{
    private readonly Standardization standardization;
    private readonly bool undo;
    private readonly Signal input;

    public StandardizationOperation(Plan plan, string place, Standardization standardization, bool undo, Signal input)
        : base(plan, place, input.Width)
    {
        this.standardization = standardization;
        this.undo = undo;
        this.input = Read(input);
        Output.WantsGradient = input.WantsGradient;
    }

    protected override Signal TurnsInPlace => input;

    public override void Allocate() => AllocateElementwise(input, overwrite: true);

    public override void Forward(Lane lane)
    {
        Slice samples = Plan.SamplesOf(lane);
        for (int j = samples.First; j < samples.End; j++)
        {
            if (undo) standardization.Undo(input.Value.Sample(j), Output.Value.Sample(j));
            else standardization.Apply(input.Value.Sample(j), Output.Value.Sample(j));
        }
    }

    public override void Backward(Lane lane)
    {
        if (!Output.WantsGradient) return;
        Slice samples = Plan.SamplesOf(lane);
        for (int j = samples.First; j < samples.End; j++)
        {
            if (undo) standardization.PassBackUndone(Output.Gradient.Sample(j));
            else standardization.PassBack(Output.Gradient.Sample(j));
        }

        PassGradient(input, samples);
    }
}
