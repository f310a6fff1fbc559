namespace ResNet;

/// <summary>
/// An operation that does what follows it while it stores its results: y = g(f(a) + S), with a shortcut S and a rectifier g. On the
/// way back it completes its input's gradient in the same way: it adds what the input's other readers give, and multiplies by the
/// g' of what gave the input. So none of these needs a pass of its own over memory.
/// </summary>
internal abstract class FusedOperation : Operation
{
    private Signal? shortcut;
    private float dropRate;
    private string dropPlace = "";

    protected FusedOperation(Plan plan, string place, SampleShape output, Signal input)
        : base(plan, place, output) => Input = Read(input);

    public override Operation LastToReadGradient => IsShortcutsAdder ? shortcut!.Completer! : this;

    /// <summary>The signal a.</summary>
    public Signal Input { get; }

    /// <summary>What was fused with the forward pass.</summary>
    protected bool HasShortcut => shortcut is not null;

    /// <summary>Whether the completer of the shortcut's gradient finds this operation's δ where it lies.</summary>
    private bool IsShortcutsAdder => shortcut is not null && AdderBehind(shortcut) == this;

    /// <summary>Adds a shortcut to what this gives, if it can.</summary>
    public virtual bool TryAdd(Signal shortcut)
    {
        if (this.shortcut is not null || Output.Slope != 1 || shortcut.Features != Output.Features) return false;
        this.shortcut = Read(shortcut);
        return true;
    }

    /// <summary>Applies a rectifier to what this gives, if it can.</summary>
    public virtual bool TryRectify(Activation activation)
    {
        if (Output.IsKept || activation.Slope() is not { } slope) return false;
        Output.Slope = slope;
        Output.IsKept = Training;
        return true;
    }

    /// <summary>
    /// Drops some of what a ReLU gives, if there is one here. The way back needs no mask: what is dropped is 0 then, and so is g' there.
    /// </summary>
    public bool TryDrop(float rate, string place)
    {
        if (!Training || Output.Slope != 0 || dropRate > 0) return false;
        (dropRate, dropPlace, Output.Scale) = (rate, place, 1 / (1 - rate));
        return true;
    }

    /// <summary>Drops what is to be dropped of the lane's own results.</summary>
    protected void Drop(Slice samples)
    {
        if (dropRate == 0) return;
        RandomStream random = new(Plan.Draw.Seed, dropPlace); // the purpose need be hashed but once a pass
        Span<uint> mask = stackalloc uint[Masking.WordsFor(Output.Features)];
        Slice columns = Output.ColumnsOf(samples);
        for (int j = columns.First; j < columns.End; j++)
        {
            Masking.Draw(random.Of(Plan.Draw.Number, j), dropRate, mask);
            Masking.Apply(mask, dropRate, Output.Value.Column(j), Output.Value.Column(j));
        }
    }

    /// <summary>g(… + S).</summary>
    protected Epilogue ForwardEpilogue(Slice samples) => ForwardEpilogueOf(Output.ColumnsOf(samples));

    /// <summary>The same for some columns.</summary>
    protected Epilogue ForwardEpilogueOf(Slice columns) => new()
    {
        Addend = shortcut is null ? default : shortcut.Value.Columns(columns),
        Slope = Output.Slope,
    };

    /// <summary>δ = ∂L/∂y · g'(y), which is the shortcut's gradient too.</summary>
    protected Span<float> Delta(Slice samples)
    {
        Span<float> delta = Output.Gradient.Samples(samples);
        if (Output.Slope != 1 && Output.Completer is null)
        {
            var epilogue = new Epilogue { Slope = Output.Slope, Sign = Output.Value.Samples(samples), Scale = Output.Scale };
            Completing.Run(delta, epilogue, delta);
        }

        if (shortcut is { WantsGradient: true } && !IsShortcutsAdder) AddGradient(shortcut, samples);
        return delta;
    }

    /// <summary>What completes ∂L/∂a.</summary>
    protected Epilogue BackwardEpilogue(Slice samples)
    {
        float slope = Input.Completer == this ? Input.SlopeBack : 1;
        return new Epilogue
        {
            Addend = OthersGradients(samples),
            Slope = slope,
            Scale = Input.Scale,
            Sign = slope == 1 ? default : Input.Value.Samples(samples),
        };
    }

    /// <summary>What the input's other readers have added to its gradient before this does.</summary>
    private Span<float> OthersGradients(Slice samples)
    {
        FusedOperation? adder = AdderBehind(Input);
        if (adder is null && Input.IsWrittenFirstBy(this)) return default;
        return (adder?.Output ?? Input).Gradient.Samples(samples);
    }

    /// <summary>
    /// The operation that adds the signal as a shortcut, where besides it only the signal's completer reads it: that one
    /// finds the shortcut's gradient, δ, where it lies.
    /// </summary>
    private static FusedOperation? AdderBehind(Signal signal) =>
        signal.Completer is not null && signal.Readers is [_, FusedOperation adder] && adder.shortcut == signal ? adder : null;
}
