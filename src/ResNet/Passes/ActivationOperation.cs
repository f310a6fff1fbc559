namespace ResNet;

/// <summary>a = g(z) over a batch. Backward: ∂L/∂z = ∂L/∂a · g'(z), in the memory of ∂L/∂a.</summary>
internal sealed class ActivationOperation : Operation
{
    private readonly Activation activation;
    private readonly Signal input;

    public ActivationOperation(Plan plan, string place, Activation activation, Signal input)
        : base(plan, place, input.Shape)
    {
        this.activation = activation;
        this.input = Read(input);
        Output.IsKept = Training && !KeepsInput;
    }

    protected override Signal TurnsInPlace => input;

    private bool KeepsInput => Training && activation.NeedsInput();

    public override void Allocate() => AllocateElementwise(input, overwrite: !KeepsInput);

    public override void Forward(Lane lane)
    {
        Slice samples = Plan.SamplesOf(lane);
        activation.Apply(input.Value.Samples(samples), Output.Value.Samples(samples));
    }

    public override void Backward(Lane lane)
    {
        Slice samples = Plan.SamplesOf(lane);
        ActivationBuffer source = KeepsInput ? input.Value : Output.Value;
        activation.Differentiate(source.Samples(samples), Output.Gradient.Samples(samples));
        PassGradient(input, samples);
    }
}
