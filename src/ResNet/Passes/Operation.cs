namespace ResNet;

/// <summary>
/// One operation of a planned pass, such as z = W a + b. Each lane runs it forward and backward on its own samples; the
/// gradients of its parameters, sums over all samples, are tasks that any lane may take.
/// </summary>
internal abstract class Operation(Plan plan, string place, SampleShape output)
{
    private readonly List<Signal> inputs = [];

    /// <summary>Where in the network this is, such as <c>blocks.3.layers.1</c>.</summary>
    public string Place { get; } = place;

    public Signal Output { get; } = new(output);

    /// <summary>The matrix of gradients that tasks are cut from: a weight's, or 1 × 1 for what is a single small task.</summary>
    public virtual (int Rows, int Columns) GradientShape => (0, 0);

    /// <summary>The operations before and after this one in the plan that multiply by a matrix.</summary>
    public (Operation? Previous, Operation? Next) Neighbours { get; set; }

    /// <summary>The matrix that this operation multiplies by, if it does.</summary>
    public virtual Parameter? Matrix => null;

    /// <summary>Whether the backward pass comes through here: nothing in front of it is frozen.</summary>
    public bool Training { get; } = plan.Training;

    protected Plan Plan { get; } = plan;

    /// <summary>The input whose gradient this computes in the memory of the output's.</summary>
    protected virtual Signal? TurnsInPlace => null;

    /// <summary>The operation that is the last of the backward pass to read the output's gradient.</summary>
    public virtual Operation LastToReadGradient => this;

    /// <summary>Settles the memory of the output, once all readers of all signals are known.</summary>
    public abstract void Allocate();

    /// <summary>
    /// Settles the memory of the gradients that the backward pass meets here first: with their last reader.
    /// </summary>
    public void AllocateGradients(PlanMemory gradients)
    {
        foreach (Signal input in inputs)
        {
            if (!input.WantsGradient || !input.IsWrittenFirstBy(this)) continue;
            input.Gradient = input == TurnsInPlace && input.HasOneReader ? Output.Gradient : gradients.Rent(input.Shape);
        }
    }

    /// <summary>Computes the output of the lane's samples.</summary>
    public abstract void Forward(Lane lane);

    /// <summary>Turns the output's gradient into the input's, for the lane's samples. May overwrite the former.</summary>
    public abstract void Backward(Lane lane);

    /// <summary>
    /// Hands on some columns of the parameters' gradients, over all samples. Nothing reads those parameters before
    /// the next pass.
    /// </summary>
    public virtual void Gradient(Lane lane, Slice columns, GradientSink sink) =>
        throw new InvalidOperationException($"{Place} has no gradients.");

    /// <summary>What a neighbour reads as soon as it is reached.</summary>
    protected static Prefetch PrefetchOf(Operation? neighbour) =>
        neighbour?.Matrix is { } matrix ? new Prefetch(matrix.Values, matrix.Value.RowCount) : default;

    protected Signal Read(Signal signal)
    {
        signal.Readers.Add(this);
        inputs.Add(signal);
        return signal;
    }

    /// <summary>
    /// Memory for the output of an element-wise operation: the input's own where <paramref name="overwrite"/> permits
    /// and nobody else reads it.
    /// </summary>
    protected void AllocateElementwise(Signal input, bool overwrite) =>
        Output.Value = overwrite && input.MayBeOverwritten ? input.Value : Plan.Allocate(Output.Shape);

    /// <summary>Hands on a gradient that was computed in the output's own memory.</summary>
    protected void PassGradient(Signal input, Slice samples)
    {
        if (!input.HasOneReader && input.WantsGradient) AddGradient(input, samples);
    }

    /// <summary>Adds the output's gradient to a signal's, or writes it there if nobody has before.</summary>
    protected void AddGradient(Signal signal, Slice samples)
    {
        Span<float> gradient = Output.Gradient.Samples(samples), sum = signal.Gradient.Samples(samples);
        if (signal.IsWrittenFirstBy(this)) gradient.CopyTo(sum);
        else Elementwise.AddTo(sum, gradient);
    }
}
