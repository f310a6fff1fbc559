namespace ResNet;

/// <summary>
/// Passes over batches of up to a number of samples: its operations in order, in memory settled once. The
/// lanes run it side by side, each on its own samples; running it allocates nothing.
/// </summary>
/// <remarks>
/// For training, every operation keeps the activations that its backward pass needs; gradients use their memory again from
/// segment to segment. For inference, memory is used again as soon as the last reader has seen it.
/// </remarks>
internal sealed class Plan
{
    /// <summary>Lanes take samples in multiples of this, so that the product's tiles stay whole.</summary>
    private const int SampleGranule = 8;

    /// <summary>Lanes take rows in multiples of this: the widest vectors.</summary>
    private const int RowGranule = 16;

    /// <summary>Activations and their gradients in one segment of the backward pass: 1 MiB.</summary>
    private const int SegmentValues = 1 << 18;

    /// <summary>Numbers in a cache line: as many are left free around what one lane writes.</summary>
    private const int CacheLine = 64 / sizeof(double);

    private readonly List<Operation> operations = [];
    private readonly Action<Lane> forward;
    private readonly PlanMemory memory;
    private readonly double[][] scratch;
    private int scratchLength;

    /// <summary>The last one first.</summary>
    private Segment[] segments = [];

    private Plan(SampleShape input, int capacity, int lanes, bool training, bool wantsInputGradient)
    {
        forward = Forward;
        Capacity = capacity;
        Lanes = lanes;
        scratch = new double[lanes][];
        Training = training;
        memory = new PlanMemory(capacity);
        Input = new Signal(input) { WantsGradient = wantsInputGradient, IsKept = true };
        WayBackEnd = Input;
    }

    /// <summary>The most samples a batch may have.</summary>
    public int Capacity { get; }

    /// <summary>The most lanes that it may run on.</summary>
    public int Lanes { get; }

    /// <summary>
    /// Whether gradients of what is being wired will be asked for, and it uses batch statistics and random draws.
    /// </summary>
    public bool Training { get; private set; }

    /// <summary>What fixes the random draws of the pass at hand.</summary>
    public Draw Draw { get; set; }

    /// <summary>The samples of the batch at hand.</summary>
    public int Samples { get; set; }

    /// <summary>The operations in the order of the forward pass.</summary>
    public IReadOnlyList<Operation> Operations => operations;

    public Signal Input { get; }

    public Signal Output { get; private set; } = null!;

    /// <summary>Where the backward pass ends: the input, or what the frozen part gives.</summary>
    public Signal WayBackEnd { get; private set; }

    /// <summary>Values of a matrix that an operation multiplies by, on the mean.</summary>
    public double MeanMatrix { get; private set; }

    /// <summary>A plan for training what <paramref name="wire"/> wires.</summary>
    public static Plan ForTraining(SampleShape input, Func<Plan, Signal, Signal> wire, int capacity, int lanes, bool wantsInputGradient)
    {
        Plan plan = new Plan(input, capacity, lanes, training: true, wantsInputGradient).Wire(wire, training: true);
        plan.PlanSegments();
        plan.AllocateGradients();
        return plan;
    }

    public static Plan ForInference(SampleShape input, Func<Plan, Signal, Signal> wire, int capacity, int lanes) =>
        new Plan(input, capacity, lanes, training: false, wantsInputGradient: false).Wire(wire, training: false);

    /// <summary>Wires something as in inference, so that the backward pass ends behind it.</summary>
    public Signal Freeze(Func<Plan, Signal, Signal> wire, Signal input)
    {
        bool training = Training;
        Training = false;
        Signal output = wire(this, input);
        Training = training;
        (output.WantsGradient, Input.WantsGradient) = (Input.WantsGradient, false);
        output.IsKept = output.EndsWayBack = true;
        WayBackEnd = output;
        return output;
    }

    /// <summary>Adds an operation; its output is what the next one reads.</summary>
    public Signal Append(Operation operation)
    {
        operations.Add(operation);
        return operation.Output;
    }

    /// <summary>The fused operation that has just given z, if one has: what follows may be done as it stores z.</summary>
    public FusedOperation? LastFused(Signal z) => operations is [.., FusedOperation last] && last.Output == z ? last : null;

    /// <summary>
    /// Whether the lanes share the rows of every matrix product, and meet between operations: for so few samples that there
    /// are none to share.
    /// </summary>
    public bool SplitsRows { get; set; }

    /// <summary>The samples that a lane takes through the network.</summary>
    public Slice SamplesOf(Lane lane) => !SplitsRows ? lane.Share(Samples, SampleGranule) : new Slice(0, lane.Index == 0 ? Samples : 0);

    /// <summary>The samples and the outputs of an affine map that a lane computes.</summary>
    public (Slice Samples, Slice Rows) ShareOf(Lane lane, int outputs) => SplitsRows
        ? (new Slice(0, Samples), lane.Share(outputs, RowGranule))
        : (SamplesOf(lane), new Slice(0, outputs));

    /// <summary>A buffer for a batch of activations.</summary>
    public ActivationBuffer Allocate(SampleShape shape) => memory.Rent(shape);

    /// <summary>Asks for scratch memory of so many numbers for each lane.</summary>
    public void NeedScratch(int length) => scratchLength = Math.Max(scratchLength, length);

    /// <summary>A lane's own scratch memory, which the next operation uses again.</summary>
    public Span<double> ScratchOf(Lane lane) => scratch[lane.Index].AsSpan(CacheLine, scratchLength);

    public void Forward(Lane lane)
    {
        foreach (Operation operation in operations)
        {
            if (SplitsRows) lane.Barrier();
            operation.Forward(lane);
        }
    }

    /// <summary>Runs <see cref="Forward"/> on that many lanes.</summary>
    public void RunForward(int lanes) => Workers.Run(lanes, forward);

    /// <summary>
    /// From the output's gradient to the input's, segment by segment, each lane on its own samples. The gradients of a
    /// segment's parameters need all samples: a lane takes them when it has gone back through the next segment too, so that
    /// it seldom waits for a slower one.
    /// </summary>
    public void Backward(Lane lane, GradientSink sink)
    {
        if (lane.Index == 0) Array.ForEach(segments, segment => segment.Begin());
        Segment? before = null;
        int arrival = 0;
        foreach (Segment segment in segments)
        {
            segment.Backward(lane);
            int latest = lane.Arrive();
            before?.TakeGradients(lane, arrival, sink);
            (before, arrival) = (segment, latest);
        }

        before?.TakeGradients(lane, arrival, sink);
    }

    /// <summary>The first place whose output is not finite.</summary>
    public string? FirstBrokenPlace()
    {
        var all = new Slice(0, Samples);
        return operations.Find(operation => !Elementwise.AllFinite(operation.Output.Value.Samples(all)))?.Place;
    }

    private Plan Wire(Func<Plan, Signal, Signal> wire, bool training)
    {
        Output = wire(this, Input);
        var indices = operations.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        foreach ((int index, Operation operation) in operations.Index())
        {
            operation.Neighbours = (
                operations.Take(index).LastOrDefault(before => before.Matrix is not null),
                operations.Skip(index + 1).FirstOrDefault(after => after.Matrix is not null));
            operation.Allocate();
            if (training) continue;
            bool isRead = operation.Output.Readers.Count > 0;
            memory.Keep(operation.Output.Value, isRead ? indices[operation.Output.Readers[^1]] : int.MaxValue);
            memory.ReleaseAfter(index);
        }

        for (int i = 0; i < Lanes; i++) scratch[i] = new double[scratchLength + 2 * CacheLine];
        MeanMatrix = operations.Count == 0 ? 0 : operations.Average(operation => operation.Matrix?.Values.Length ?? 0);
        return this;
    }

    /// <summary>Cuts the operations into segments, and counts from the last.</summary>
    private void PlanSegments()
    {
        List<Segment> cuts = [];
        long values = 0;
        int first = 0;
        for (int i = 0; i < operations.Count; i++)
        {
            values += 2L * Capacity * operations[i].Output.Shape.Values;
            if (values < SegmentValues && i < operations.Count - 1) continue;
            cuts.Add(new Segment([.. operations.GetRange(first, i + 1 - first).Where(operation => operation.Training)], Lanes));
            (first, values) = (i + 1, 0);
        }

        cuts.Reverse();
        segments = [.. cuts];
    }

    /// <summary>
    /// Walks as the backward pass will, a segment a time. A segment's tasks may still run on one lane while another goes back
    /// through the third segment after it, but no further: there it waits until the first is through the second.
    /// </summary>
    private void AllocateGradients()
    {
        var gradients = new PlanMemory(Capacity);
        var times = segments.Index().SelectMany(pair => pair.Item.Operations, (pair, operation) => (operation, pair.Index)).ToDictionary();
        Output.Gradient = gradients.Rent(Output.Shape);
        foreach ((int time, Segment segment) in segments.Index())
        {
            foreach (Operation operation in segment.Operations.Reverse())
            {
                operation.AllocateGradients(gradients);
                gradients.Keep(operation.Output.Gradient, times[operation.LastToReadGradient]);
            }

            gradients.ReleaseAfter(time - 3);
        }
    }
}
