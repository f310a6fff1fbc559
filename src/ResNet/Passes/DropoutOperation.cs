namespace ResNet;

/// <summary>
/// y = a·m/(1 − p) over a training batch, with a mask m that is 0 with probability p and 1 otherwise, element by element
/// (Srivastava et al. 2014). Backward: ∂L/∂a = ∂L/∂y·m/(1 − p); the mask is drawn again.
/// </summary>
internal sealed class DropoutOperation : Operation
{
    private readonly float rate;
    private readonly Signal input;

    public DropoutOperation(Plan plan, string place, float rate, Signal input)
        : base(plan, place, input.Shape)
    {
        this.rate = rate;
        this.input = Read(input);
    }

    protected override Signal TurnsInPlace => input;

    public override void Allocate() => AllocateElementwise(input, overwrite: true);

    public override void Forward(Lane lane)
    {
        Slice columns = input.ColumnsOf(Plan.SamplesOf(lane));
        RandomStream random = Random();
        for (int j = columns.First; j < columns.End; j++)
        {
            Masking.Apply(random.Of(Plan.Draw.Number, j), rate, input.Value.Column(j), Output.Value.Column(j));
        }
    }

    public override void Backward(Lane lane)
    {
        Slice samples = Plan.SamplesOf(lane);
        Slice columns = input.ColumnsOf(samples);
        RandomStream random = Random();
        for (int j = columns.First; j < columns.End; j++)
        {
            Span<float> gradient = Output.Gradient.Column(j);
            Masking.Apply(random.Of(Plan.Draw.Number, j), rate, gradient, gradient);
        }

        PassGradient(input, samples);
    }

    /// <summary>What every column's mask comes from: the purpose need be hashed but once a pass.</summary>
    private RandomStream Random() => new(Plan.Draw.Seed, Place);
}
