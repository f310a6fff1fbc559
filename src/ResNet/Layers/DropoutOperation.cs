namespace ResNet;

/// <summary>
/// y = a·m/(1 − p) over a training batch, with a mask m that is 0 with probability p and 1 otherwise, element by element
/// (Srivastava et al. 2014). Backward: ∂L/∂a = ∂L/∂y·m/(1 − p); the mask is drawn again.
/// </summary>
internal sealed class DropoutOperation : Operation
{
    private readonly float rate;
    private readonly string purpose;
    private readonly Signal input;

    public DropoutOperation(Plan plan, string place, float rate, Signal input)
        : base(plan, place, input.Width)
    {
        this.rate = rate;
        purpose = Module.Join(place, "dropout");
        this.input = Read(input);
    }

    protected override Signal TurnsInPlace => input;

    public override void Allocate() => AllocateElementwise(input, overwrite: true);

    public override void Forward(Lane lane)
    {
        Slice samples = Plan.SamplesOf(lane);
        RandomStream random = Random();
        for (int j = samples.First; j < samples.End; j++) Masking.Apply(random.Of(Plan.Draw.Number, j), rate, input.Value.Sample(j), Output.Value.Sample(j));
    }

    public override void Backward(Lane lane)
    {
        Slice samples = Plan.SamplesOf(lane);
        RandomStream random = Random();
        for (int j = samples.First; j < samples.End; j++)
        {
            Span<float> gradient = Output.Gradient.Sample(j);
            Masking.Apply(random.Of(Plan.Draw.Number, j), rate, gradient, gradient);
        }

        PassGradient(input, samples);
    }

    /// <summary>What every sample's mask comes from: the purpose need be hashed but once a pass.</summary>
    private RandomStream Random() => new(Plan.Draw.Seed, purpose);
}
