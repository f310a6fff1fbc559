namespace ResNet;

/// <summary>a = g(z) over a batch. Backward: ∂L/∂z = ∂L/∂a · g'(z).</summary>
internal sealed class ActivationOperation : FusedOperation
{
    private readonly Activation activation;

    public ActivationOperation(Plan plan, string place, Activation activation, Signal input)
        : base(plan, place, input.Shape, input)
    {
        this.activation = activation;
        Output.Slope = activation.Slope() ?? 1;
        Output.IsKept = Training && !KeepsInput;
    }

    protected override Signal TurnsInPlace => Input;

    private bool KeepsInput => Training && activation.NeedsInput();

    /// <summary>No: g' would be lost.</summary>
    public override bool TryAdd(Signal shortcut) => false;

    /// <summary>No, likewise.</summary>
    public override bool TryRectify(Activation activation) => false;

    public override void Allocate() => AllocateElementwise(Input, overwrite: !KeepsInput);

    public override void Forward(Lane lane)
    {
        Slice samples = Plan.SamplesOf(lane);
        activation.Apply(Input.Value.Samples(samples), Output.Value.Samples(samples));
        Drop(samples);
    }

    public override void Backward(Lane lane)
    {
        Slice samples = Plan.SamplesOf(lane);
        Span<float> delta = Delta(samples); // a rectifier's g' is in it
        ActivationBuffer source = KeepsInput ? Input.Value : Output.Value;
        if (activation.Slope() is null) activation.Differentiate(source.Samples(samples), delta);
        if (!Input.WantsGradient) return;
        Span<float> gradient = Input.Gradient.Samples(samples);
        Epilogue epilogue = BackwardEpilogue(samples);
        if (gradient != delta || epilogue.Slope != 1) Completing.Run(delta, epilogue, gradient);
    }
}
