namespace ResNet;

/// <summary>
/// y = g(W a + b + S) over a batch: the affine map, and what follows it if that can be done while its sums are stored,
/// the addition of a shortcut S and a rectifier g. Backward, with δ = ∂L/∂y · g'(y): ∂L/∂a = Wᵀδ, ∂L/∂S = δ,
/// ∂L/∂W = δ aᵀ, ∂L/∂b = Σ over samples of δ.
/// </summary>
internal sealed class AffineOperation : Operation
{
    private readonly Parameter weight;
    private readonly Parameter? bias;
    private readonly Signal input;
    private Signal? shortcut;

    public AffineOperation(Plan plan, AffinePart part, PartArrays arrays, Signal input)
        : base(plan, arrays.Place, part.Output)
    {
        weight = arrays.Parameter(AffinePart.Weight);
        bias = part.HasBias ? arrays.Parameter(AffinePart.Bias) : null;
        this.input = Read(input);
    }

    public override (int Rows, int Columns) GradientShape => (Outputs, Inputs);

    public override Parameter Matrix => weight;

    private int Inputs => input.Features;

    private int Outputs => Output.Features;

    /// <summary>Whether this is the signal that W multiplies.</summary>
    public bool Multiplies(Signal signal) => signal == input;

    /// <summary>Adds a shortcut to what this gives, if it can.</summary>
    public bool TryAdd(Signal shortcut)
    {
        if (this.shortcut is not null || Output.Slope != 1 || shortcut.Features != Outputs) return false;
        this.shortcut = Read(shortcut);
        return true;
    }

    /// <summary>Applies a rectifier to what this gives, if it can.</summary>
    public bool TryRectify(Activation activation)
    {
        if (Output.IsKept || activation.Slope() is not { } slope) return false;
        Output.Slope = slope;
        Output.IsKept = Training;
        return true;
    }

    public override Operation LastToReadGradient => shortcut is not null && AdderBehind(shortcut) == this ? shortcut.Completer! : this;

    public override void Allocate() => Output.Value = Plan.Allocate(Output.Shape);

    public override void Forward(Lane lane)
    {
        (Slice samples, Slice rows) = Plan.ShareOf(lane, Outputs);
        Product.Forward(
            weight.Values, bias?.Values, input.Value.Samples(samples), Output.Value.Samples(samples), Inputs, Outputs,
            new Epilogue
            {
                Addend = shortcut is null ? default : shortcut.Value.Samples(samples),
                Slope = Output.Slope,
            },
            PrefetchOf(Neighbours.Next), rows);
    }

    public override void Backward(Lane lane)
    {
        Slice samples = Plan.SamplesOf(lane);
        Span<float> delta = Output.Gradient.Samples(samples);
        if (Output.Slope != 1 && Output.Completer is null) Rectifiers.Differentiate(Output.Value.Samples(samples), delta, Output.Slope);
        if (shortcut is { WantsGradient: true } && AdderBehind(shortcut) != this) AddGradient(shortcut, samples);
        if (!input.WantsGradient) return;

        float slope = input.Completer == this ? input.SlopeBack : 1;
        Product.InputGradient(
            weight.Values, delta, input.Gradient.Samples(samples), Inputs, Outputs,
            new Epilogue
            {
                Addend = OthersGradients(samples),
                Slope = slope,
                Sign = slope == 1 ? default : input.Value.Samples(samples),
            },
            PrefetchOf(Neighbours.Previous));
    }

    public override void Gradient(Slice columns, GradientSink sink)
    {
        Slice all = new(0, Plan.Samples);
        ReadOnlySpan<float> delta = Output.Gradient.Samples(all);
        sink.Take(weight, new OuterProducts(delta, input.Value.Samples(all), Outputs, Inputs) { Columns = columns });

        if (columns.First != 0 || bias is null) return;
        Reductions.SumOfColumns(delta, bias.Gradients);
        sink.Take(bias);
    }

    /// <summary>What the input's other readers have added to its gradient before this does.</summary>
    private Span<float> OthersGradients(Slice samples)
    {
        if (input.IsWrittenFirstBy(this) && AdderBehind(input) is null) return default;
        return (AdderBehind(input)?.Output ?? input).Gradient.Samples(samples);
    }

    /// <summary>
    /// The operation that adds the signal as a shortcut, where besides it only the signal's completer reads it: that one
    /// finds the shortcut's gradient, δ, where it lies.
    /// </summary>
    private static AffineOperation? AdderBehind(Signal signal) =>
        signal.Completer is not null && signal.Readers is [_, AffineOperation adder] && adder.shortcut == signal ? adder : null;
}
